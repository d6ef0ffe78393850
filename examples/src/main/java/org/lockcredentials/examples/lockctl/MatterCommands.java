package org.lockcredentials.examples.lockctl;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.CommissioningRequest;
import org.lockcredentials.matter.PairingWindow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The Matter fabric itself. */
@Command(name = "matter", description = "Shows and changes the Matter fabric.")
final class MatterCommands {

    private final Session session;

    MatterCommands(Session session) {
        this.session = session;
    }

    @Command(description = "Adds a device to the fabric.")
    int commission(
            @Parameters(
                            paramLabel = "CODE",
                            converter = SecretSource.ToSecret.class,
                            description =
                                    "The setup code printed on the device, or that another administrator's window told.")
                    Secret code,
            @Option(
                            names = "--address",
                            paramLabel = "HOST:PORT",
                            description = "Where it is, if it is not to be looked for.")
                    Optional<String> address,
            @Option(names = "--label", paramLabel = "NAME", description = "A name for the device to keep.")
                    Optional<String> label) {
        try {
            CommissioningRequest request = CommissioningRequest.of(code);
            CommissioningRequest placed =
                    address.map(MatterCommands::address).map(request::at).orElse(request);
            CommissioningRequest named = label.map(placed::labelled).orElse(placed);
            return session.out().answer(Json.node(Session.await(session.matter().commission(named))));
        } finally {
            code.wipe();
        }
    }

    @Command(description = "Lists the nodes.")
    int nodes() {
        return session.out().answer(Json.list(Session.await(session.matter().nodes()), Json::node));
    }

    @Command(description = "Takes a device off the fabric.")
    int remove(
            @Parameters(paramLabel = "NODE") String node,
            @Option(names = "--forget", description = "Without telling the device, which will not come back.")
                    boolean forget) {
        return session.out()
                .answer(Json.outcome(
                        node,
                        Session.await(
                                forget
                                        ? session.matter().forget(node)
                                        : session.matter().remove(node))));
    }

    @Command(
            description =
                    "Has a device wait for another administrator, and tells the code for that one; or wait no more.")
    int window(
            @Parameters(paramLabel = "NODE") String node,
            @Option(names = "--close", description = "Has it wait no more.") boolean close,
            @Option(
                            names = "--minutes",
                            paramLabel = "N",
                            defaultValue = "5",
                            description = "How long, 3 to 15; default ${DEFAULT-VALUE}.")
                    int minutes) {
        if (close) {
            return session.out()
                    .answer(Json.outcome(node, Session.await(session.matter().closeWindow(node))));
        }
        try (PairingWindow window = Session.await(session.matter().openWindow(node, Duration.ofMinutes(minutes)))) {
            return session.out().answer(Json.window(node, window));
        }
    }

    /** @throws IllegalArgumentException if it is not HOST:PORT, or there is no such host */
    static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            return new InetSocketAddress(InetAddress.getByName(text.substring(0, Math.max(colon, 0))), port);
        } catch (UnknownHostException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException("an address is HOST:PORT or [IPv6]:PORT, not " + text, wrong);
        }
    }
}
