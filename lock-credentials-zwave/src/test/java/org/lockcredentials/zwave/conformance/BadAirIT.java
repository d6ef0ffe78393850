package org.lockcredentials.zwave.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.host.SmallHost.await;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Lock;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.conformance.TrueUser;
import org.lockcredentials.manager.LockCredentialManager;
import org.lockcredentials.store.MemoryStateStore;
import org.lockcredentials.testing.Pins;
import org.lockcredentials.testing.Witness;
import org.lockcredentials.zwave.peer.ZwaveJsStick;

/** Air that loses and doubles one frame in twenty: each write ends once, and the lock holds what its end says. */
final class BadAirIT {

    private static final System.Logger LOG = System.getLogger(BadAirIT.class.getName());
    private static final int SLOTS = 10;

    /** @param failure also of a write that the lock took and nobody could verify */
    private record End(String told, Optional<LockCredentialException> failure) {}

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"S2_USER_CREDENTIAL, 500, 480", "S2_USER_CODE, 100, 90", "S0_USER_CODE, 100, 80"})
    void everyWriteEndsAsItSays(LockKind kind, int writes, int atLeast) {
        try (ZwaveJsStick stick = kind.start();
                ZwaveJsLock under = new ZwaveJsLock(stick, kind, new Reach(Reach.Way.TCP, stick, folder));
                LockCredentialManager manager = SecureHost.at(stick, new MemoryStateStore())) {
            Lock lock = Witness.over(Lock.class, manager.lock(under.id()));
            Map<Integer, Set<Secret>> possible = new HashMap<>();
            for (int slot = 1; slot <= SLOTS; slot++) {
                Secret pin = Secret.of(Pins.next());
                AccessRequest guest = AccessRequest.builder(new AccessKey("bad air", "guest " + slot))
                        .name("Guest " + slot)
                        .pin(pin)
                        .build();
                assertEquals(slot, await(lock.access().add(guest)).userIndex().orElseThrow());
                possible.put(slot, new HashSet<>(Set.of(pin)));
            }
            stick.weather(LockKind.NODE, 7, 0.05, 0.05, 0);
            int done = 0;
            Map<String, Integer> ends = new TreeMap<>();
            for (int i = 0; i < writes; i++) {
                int slot = 1 + i % SLOTS;
                Secret pin = Secret.of(Pins.next());
                Set<Secret> before = possible.get(slot);
                End end = write(lock, slot, pin);
                ends.merge(end.told(), 1, Integer::sum);
                Optional<LockCredentialException> failure = end.failure();
                if (failure.isEmpty()) {
                    done++;
                    before.clear();
                    before.add(pin);
                } else if (failure.get().reason() == Reason.TIMEOUT) {
                    before.add(pin);
                }
                Optional<Secret> truth = held(under.truth(), slot);
                boolean right = truth.map(before::contains).orElse(before.isEmpty() || failure.isPresent());
                assertTrue(right, "write " + i + " of slot " + slot + " ended with " + failure);
            }
            LOG.log(System.Logger.Level.INFO, "{0}: of {1} writes ended {2}", kind, writes, ends);
            assertTrue(done >= atLeast, done + " of " + writes + " writes were done: " + ends);
        }
    }

    private static End write(Lock lock, int slot, Secret pin) {
        NewCredential code = new NewCredential(CredentialType.PIN, OptionalInt.of(slot), pin);
        try {
            Receipt receipt = lock.credentials()
                    .set(slot, code)
                    .orTimeout(90, TimeUnit.SECONDS)
                    .join();
            return new End(
                    receipt.outcome().name(),
                    receipt.outcome() == Outcome.UNVERIFIED
                            ? Optional.of(new LockCredentialException(Reason.TIMEOUT, "not verified"))
                            : Optional.empty());
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof LockCredentialException typed) {
                return new End(typed.reason().name(), Optional.of(typed));
            }
            throw new AssertionError("did not end, or not with the SDK's own failure", failed);
        }
    }

    private static Optional<Secret> held(List<TrueUser> truth, int slot) {
        return truth.stream()
                .flatMap(user ->
                        Optional.ofNullable(user.codes().get(new Credential(CredentialType.PIN, slot))).stream())
                .findFirst();
    }
}
