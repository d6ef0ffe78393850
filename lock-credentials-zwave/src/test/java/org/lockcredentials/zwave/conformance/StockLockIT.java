package org.lockcredentials.zwave.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lockcredentials.zwave.host.SmallHost.await;
import static org.lockcredentials.zwave.host.SmallHost.failure;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Lock;
import org.lockcredentials.LockId;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.manager.LockCredentialManager;
import org.lockcredentials.store.MemoryStateStore;
import org.lockcredentials.testing.Pins;
import org.lockcredentials.zwave.ZWaveBackend;
import org.lockcredentials.zwave.ZWaveConfig;
import org.lockcredentials.zwave.host.TestGuide;
import org.lockcredentials.zwave.inclusion.InclusionOptions;
import org.lockcredentials.zwave.peer.ZwaveJsStick;
import org.lockcredentials.zwave.security.Dsk;

/** The main job on zwave-js's mocks as they are, included with keys that were there, or by the SDK with its own. */
final class StockLockIT {

    private static final LockId LOCK = LockId.of("zwave", Integer.toString(LockKind.NODE));
    /** Whoever waits for a report that does not come, or cannot be believed, waits longer than the test does. */
    private static final Duration NEVER = Duration.ofMinutes(10);

    private final MemoryStateStore store = new MemoryStateStore();

    @ParameterizedTest
    @EnumSource(names = "STOCK_.*", mode = EnumSource.Mode.MATCH_ALL)
    void theMainJobOnOneThatWasThere(LockKind kind) {
        try (ZwaveJsStick stick = kind.start();
                LockCredentialManager manager = open(
                        new ZWaveBackend(config(stick).keys(TestKeys.keys()).build()))) {
            mainJob(stick, manager.lock(LOCK));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "STOCK_.*", mode = EnumSource.Mode.MATCH_ALL)
    void theMainJobOnOneThatJoins(LockKind kind) {
        try (ZwaveJsStick stick = kind.startOutside()) {
            ZWaveBackend backend = new ZWaveBackend(config(stick).build());
            try (LockCredentialManager manager = open(backend)) {
                String dsk = stick.dsk(LockKind.NODE).path("dsk").asText();
                InclusionOptions options = InclusionOptions.builder()
                        .allowS0(true)
                        .allowInsecure(true)
                        .dsk(Dsk.parse(dsk))
                        .build();
                stick.join(LockKind.NODE);
                assertEquals(
                        kind.highest(),
                        await(backend.include(options, TestGuide.silent()).node())
                                .security());
                mainJob(stick, manager.lock(LOCK));
            }
        }
    }

    /** What a mock reports of a refusal is not believed; that it refused is. */
    @Test
    void aRefusalIsExplainedByWhatTheLockHolds() {
        LockKind kind = LockKind.STOCK_S2_USER_CREDENTIAL;
        try (ZwaveJsStick stick = kind.start();
                LockCredentialManager manager = open(
                        new ZWaveBackend(config(stick).keys(TestKeys.keys()).build()))) {
            Lock lock = manager.lock(LOCK);
            Secret pin = Secret.of(Pins.next());
            await(lock.access().add(request("Ann", pin)));
            assertEquals(Reason.DUPLICATE, refusal(lock.access().add(request("Ben", pin))));
            assertEquals(1, stick.state(LockKind.NODE).path("users").size(), "nothing is left of Ben");
            assertEquals(1, stick.state(LockKind.NODE).path("credentials").size());
        }
    }

    private static ZWaveConfig.Builder config(ZwaveJsStick stick) {
        return ZWaveConfig.at("tcp://127.0.0.1:" + stick.port()).answerTime(NEVER);
    }

    private LockCredentialManager open(ZWaveBackend backend) {
        return await(LockCredentialManager.builder()
                .backend(backend)
                .stateStore(store)
                .operationTimeout(Duration.ofSeconds(60))
                .open());
    }

    private static void mainJob(ZwaveJsStick stick, Lock lock) {
        assertEquals(List.of(), await(lock.users().list()));
        Secret first = Secret.of(Pins.nextWithLeadingZero());
        assertEquals(
                Outcome.CONFIRMED,
                await(lock.access().add(request("Ann", first))).outcome());
        await(lock.users().set(UserUpdate.builder().name("Ben").build()));
        Secret second = Secret.of(Pins.next());
        assertEquals(
                Outcome.CONFIRMED,
                await(lock.credentials().set(2, NewCredential.pin(second))).outcome());
        assertEquals(Outcome.CONFIRMED, await(lock.users().setEnabled(2, false)).outcome());
        assertEquals(
                List.of("Ann true", "Ben false"),
                await(lock.users().list()).stream()
                        .map(user -> user.name().orElseThrow() + " " + user.enabled())
                        .toList());
        assertEquals(List.of(first, second), codes(stick));
        assertEquals(Outcome.CONFIRMED, await(lock.access().remove(key("Ann"))).outcome());
        assertEquals(List.of(second), codes(stick));
        assertEquals(Outcome.CONFIRMED, await(lock.users().deleteAll()).outcome());
        assertEquals(List.of(), codes(stick));
        assertEquals(List.of(), await(lock.users().list()));
    }

    /** As the lock holds them. */
    private static List<Secret> codes(ZwaveJsStick stick) {
        JsonNode state = stick.state(LockKind.NODE);
        JsonNode held = state.path(state.has("codes") ? "codes" : "credentials");
        return StreamSupport.stream(held.spliterator(), false)
                .map(each -> each.path(state.has("codes") ? "code" : "data").textValue())
                .map(Secret::of)
                .toList();
    }

    private static AccessKey key(String name) {
        return new AccessKey("test", name);
    }

    private static AccessRequest request(String name, Secret pin) {
        return AccessRequest.builder(key(name)).name(name).pin(pin).build();
    }

    private static Reason refusal(CompletableFuture<?> operation) {
        return failure(operation).reason();
    }
}
