package org.lockcredentials.zwave.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockId;
import org.lockcredentials.Secret;
import org.lockcredentials.conformance.LockUnderTest;
import org.lockcredentials.conformance.OtherSide;
import org.lockcredentials.conformance.TrueUser;
import org.lockcredentials.zwave.ZWaveBackend;
import org.lockcredentials.zwave.ZWaveConfig;
import org.lockcredentials.zwave.peer.ZwaveJsStick;

/** One of zwave-js's locks with nobody in it; the stick is its maker's to close. */
final class ZwaveJsLock implements LockUnderTest {

    /** The other way round than the driver's own table, and no larger than what these locks are made with. */
    private static final Map<Integer, CredentialType> TYPES =
            Map.of(1, CredentialType.PIN, 2, CredentialType.PASSWORD, 9, CredentialType.FINGERPRINT);

    private static final int USER_CODE_ENABLED = 1;

    private final ZwaveJsStick stick;
    private final Function<String, ZWaveConfig> config;
    private final int node = LockKind.NODE;
    private final Reach reach;
    private long requests;

    ZwaveJsLock(ZwaveJsStick stick, LockKind kind, Reach reach) {
        this(stick, kind::config, reach);
    }

    /** @param config of a host at that address */
    ZwaveJsLock(ZwaveJsStick stick, Function<String, ZWaveConfig> config, Reach reach) {
        this.stick = stick;
        this.config = config;
        this.reach = reach;
        stick.command("{'cmd':'forget','node':%d}".formatted(node));
    }

    @Override
    public ZWaveBackend backend() {
        return new ZWaveBackend(config.apply(reach.address()));
    }

    @Override
    public LockId id() {
        return LockId.of("zwave", Integer.toString(node));
    }

    @Override
    public List<TrueUser> truth() {
        JsonNode state = stick.state(node);
        return state.has("codes")
                ? each(state.path("codes"), ZwaveJsLock::codeHolder)
                : each(state.path("users"), user -> user(user, state.path("credentials")));
    }

    private static TrueUser codeHolder(JsonNode code) {
        int index = code.path("user").intValue();
        return new TrueUser(
                index,
                Optional.empty(),
                code.path("status").intValue() == USER_CODE_ENABLED,
                Map.of(
                        new Credential(CredentialType.PIN, index),
                        Secret.of(code.path("code").textValue())));
    }

    private static TrueUser user(JsonNode user, JsonNode credentials) {
        int index = user.path("user").intValue();
        Map<Credential, Secret> codes = new HashMap<>();
        credentials.forEach(each -> {
            if (each.path("user").intValue() == index) {
                CredentialType type = TYPES.get(each.path("type").intValue());
                codes.put(
                        new Credential(type, each.path("slot").intValue()),
                        Secret.of(each.path("data").textValue()));
            }
        });
        return new TrueUser(
                index,
                Optional.of(user.path("name").textValue()),
                user.path("active").booleanValue(),
                codes);
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> told) {
        return StreamSupport.stream(array.spliterator(), false).map(told).toList();
    }

    @Override
    public long requests() {
        // Commands, not frames: nonces answer what the lock does at any time.
        stick.frames().at("/nodes/" + node + "/commands").forEach(each -> requests += each.longValue());
        return requests;
    }

    @Override
    public Set<OtherSide> abilities() {
        if (stick.isPlain()) {
            return stick.state(node).has("codes")
                    ? EnumSet.noneOf(OtherSide.class)
                    : EnumSet.of(OtherSide.REFUSES_DUPLICATES);
        }
        boolean userCode = stick.state(node).has("codes");
        return userCode
                ? EnumSet.of(
                        OtherSide.REFUSES_DUPLICATES,
                        OtherSide.TELLS_OF_OPERATIONS,
                        OtherSide.KEYPAD,
                        OtherSide.RESTART)
                : EnumSet.allOf(OtherSide.class);
    }

    @Override
    public void enterCode(Secret code) {
        stick.enterCode(node, code.use(bytes -> new String(bytes, StandardCharsets.US_ASCII)));
    }

    /** Somebody turns the knob. */
    void turnByHand(boolean locked) {
        stick.command("{'cmd':'%s','node':%d}".formatted(locked ? "lock" : "unlock", node));
    }

    @Override
    public void present(CredentialType type) {
        stick.command("{'cmd':'present','node':%d}".formatted(node));
    }

    @Override
    public void restart() {
        stick.command("{'cmd':'restart','node':%d}".formatted(node));
    }

    @Override
    public void close() {
        reach.close();
    }
}
