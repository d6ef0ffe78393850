package org.lockcredentials.zwave.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.host.SmallHost.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Lock;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.conformance.TrueUser;
import org.lockcredentials.manager.LockCredentialManager;
import org.lockcredentials.store.MemoryStateStore;
import org.lockcredentials.testing.Pins;
import org.lockcredentials.testing.Witness;
import org.lockcredentials.zwave.ZWaveBackend;
import org.lockcredentials.zwave.ZWaveConfig;
import org.lockcredentials.zwave.peer.ZwaveJsStick;

/** A line that drops, doubles and changes bytes, as zwave-js's stick bears it: what was answered is so, and what went wrong is said. */
final class BadLineIT {

    private static final int GUESTS = 6;
    private static final int ATTEMPTS = 4;
    /** For all of the guests together: they are added at once, and wait for each other. */
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"USER_CREDENTIAL", "USER_CODE"})
    void nothingIsLostWithoutSayingSo(LockKind kind) {
        try (ZwaveJsStick stick = kind.start();
                ZwaveJsLock under = new ZwaveJsLock(stick, kind, new Reach(Reach.Way.TCP, stick, folder));
                LockCredentialManager manager = arrive(stick)) {
            Lock lock = Witness.over(Lock.class, manager.lock(under.id()));
            await(lock.users().list());
            stick.command("{'cmd':'line','seed':11,'drop':0.006,'double':0.004,'corrupt':0.006}");
            stick.frames();
            List<Secret> pins = new ArrayList<>();
            List<CompletableFuture<Receipt>> adding = new ArrayList<>();
            for (int i = 0; i < GUESTS; i++) {
                pins.add(Secret.of(Pins.next()));
                adding.add(lock.access().add(guest(i, pins.get(i))));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (CompletableFuture<Receipt> each : adding) {
                outcomes.add(Outcome.of(each));
            }
            stick.command("{'cmd':'line','drop':0,'double':0,'corrupt':0}");
            JsonNode line = stick.frames().path("line");
            assertTrue(
                    line.path("retransmitted").intValue() > 0
                            && line.path("refused").intValue() > 0,
                    "" + line);

            List<TrueUser> truth = under.truth();
            for (int i = 0; i < GUESTS; i++) {
                outcomes.get(i).check(pins.get(i), truth);
            }
            for (int i = 0; i < GUESTS; i++) {
                addPatiently(lock, guest(i, pins.get(i)));
            }
            List<TrueUser> all = under.truth();
            Set<Secret> held =
                    all.stream().flatMap(user -> user.codes().values().stream()).collect(Collectors.toSet());
            assertEquals(GUESTS, all.size(), "once each, also those whose answer was lost");
            assertEquals(new HashSet<>(pins), held);
            assertEquals(
                    all.stream().map(TrueUser::index).toList(),
                    await(lock.users().list()).stream().map(User::index).toList());
        }
    }

    /** How an adding ended. */
    private sealed interface Outcome {

        void check(Secret pin, List<TrueUser> truth);

        static Outcome of(CompletableFuture<Receipt> adding) {
            try {
                return new Done(adding.orTimeout(2, TimeUnit.MINUTES).join());
            } catch (CompletionException failed) {
                return new Failed(assertInstanceOf(LockCredentialException.class, failed.getCause()));
            }
        }

        record Done(Receipt receipt) implements Outcome {
            @Override
            public void check(Secret pin, List<TrueUser> truth) {
                TrueUser user = truth.stream()
                        .filter(each -> each.index() == receipt.userIndex().orElseThrow())
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("said to be there, and is not: " + receipt));
                assertEquals(Map.of(receipt.credentials().get(0), pin), user.codes());
            }
        }

        record Failed(LockCredentialException failure) implements Outcome {
            @Override
            public void check(Secret pin, List<TrueUser> truth) {
                boolean there = truth.stream().anyMatch(user -> user.codes().containsValue(pin));
                boolean told = failure.reason() == Reason.TIMEOUT
                        || !failure.leftovers().isEmpty();
                assertTrue(told || !there, "said not to be there, and is: " + failure);
            }
        }
    }

    /** The session with the stick may still be finding itself again. */
    private static void addPatiently(Lock lock, AccessRequest request) {
        for (int attempt = 1; ; attempt++) {
            try {
                await(lock.access().add(request));
                return;
            } catch (LockCredentialException failure) {
                if (!failure.isTransient() || attempt == ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }

    private static LockCredentialManager arrive(ZwaveJsStick stick) {
        ZWaveConfig config = ZWaveConfig.at("tcp://127.0.0.1:" + stick.port())
                .answerTime(Duration.ofSeconds(1))
                .build();
        return await(LockCredentialManager.builder()
                .backend(new ZWaveBackend(config))
                .stateStore(new MemoryStateStore())
                .operationTimeout(DEADLINE)
                .open());
    }

    private static AccessRequest guest(int number, Secret pin) {
        return AccessRequest.builder(new AccessKey("bad line", "guest " + number))
                .name("Guest " + number)
                .pin(pin)
                .build();
    }
}
