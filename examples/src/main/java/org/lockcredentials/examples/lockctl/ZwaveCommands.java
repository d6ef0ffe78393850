package org.lockcredentials.examples.lockctl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.lockcredentials.LockId;
import org.lockcredentials.Secret;
import org.lockcredentials.zwave.inclusion.Inclusion;
import org.lockcredentials.zwave.inclusion.InclusionOptions;
import org.lockcredentials.zwave.inclusion.ZWaveNode;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.SecurityClass;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The Z-Wave network itself. */
@Command(name = "zwave", description = "Shows and changes the Z-Wave network.")
final class ZwaveCommands {

    private final Session session;

    ZwaveCommands(Session session) {
        this.session = session;
    }

    @Command(description = "Lists the nodes.")
    int nodes() {
        return session.out().answer(Json.list(Session.await(session.zwave().nodes()), ZwaveCommands::json));
    }

    @Command(description = "Adds a device to the network.")
    int include(
            @Option(
                            names = "--dsk-pin",
                            paramLabel = "N",
                            converter = SecretSource.ToSecret.class,
                            description =
                                    "The first five digits of the key printed on the device, or all of it; asked for otherwise.")
                    Optional<Secret> dsk,
            @Option(
                            names = "--allow-s0",
                            description =
                                    "Let a device join that knows only Security 0, whose key can be overheard, and give that key to one that asks for it besides.")
                    boolean allowS0,
            @Option(
                            names = "--allow-insecure",
                            description = "Let a device join that knows no security, and speak to it in the clear.")
                    boolean allowInsecure) {
        InclusionOptions.Builder options =
                InclusionOptions.builder().allowS0(allowS0).allowInsecure(allowInsecure);
        dsk.map(ZwaveCommands::parsed).ifPresent(options::dsk);
        IncludingUser user = new IncludingUser(session, allowS0);
        Inclusion inclusion = session.zwave().include(options.build(), user);
        return session.out().answer(json(user.answerUntil(inclusion)));
    }

    @Command(description = "Takes a device off the network.")
    int exclude() {
        OptionalInt node = Session.await(session.zwave()
                .exclude(() -> session.out().message("press the button on the device that is to leave"))
                .nodeId());
        return session.out().answer(Json.object().set("node", Json.number(node)));
    }

    /** The digits are told without a line that shows them. */
    static Dsk parsed(Secret digits) {
        try (digits) {
            return Dsk.parse(digits.use(bytes -> new String(bytes, StandardCharsets.UTF_8)));
        }
    }

    private static ObjectNode json(ZWaveNode node) {
        ObjectNode json = Json.object();
        json.put("node", node.nodeId())
                .put("name", node.name())
                .put("kind", node.kind().name());
        json.set("security", Json.text(node.security().map(SecurityClass::title)));
        json.set("manufacturer", Json.text(node.manufacturer()));
        json.set("product", Json.text(node.product()));
        json.set("locks", Json.words(node.locks().stream().map(LockId::toString).toList()));
        json.put("alive", node.alive());
        node.broken().ifPresent(stage -> json.put("broken", stage.name()));
        return json;
    }
}
