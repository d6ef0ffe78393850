package org.lockcredentials.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Finding;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.testing.Pins;
import org.lockcredentials.testing.ScriptedDriver;

/** A secret that its owner wiped too early is a finding like any other, and nothing that is thrown. */
class WipedSecretTest {

    private static final Secret WIPED = Secret.of(Pins.next());

    static {
        WIPED.wipe();
    }

    private static AccessRequest request() {
        return AccessRequest.builder(new AccessKey("test", "Ann"))
                .name("Ann")
                .pin(Secret.of(Pins.next()))
                .pin(WIPED)
                .build();
    }

    static Stream<Function<LockSession, CompletableFuture<?>>> operations() {
        return Stream.of(
                lock -> lock.access().add(request()),
                lock -> lock.access().change(request()),
                lock -> lock.credentials().set(1, NewCredential.pin(WIPED)),
                lock -> lock.credentials().setAdminCode(WIPED),
                lock -> lock.door().unlock(Optional.of(WIPED)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void itIsInvalidAndNothingIsSent(Function<LockSession, CompletableFuture<?>> operation) {
        Bench bench = new Bench(ScriptedDriver.separate(10, 10));
        LockCredentialException refused = bench.failure(operation.apply(bench.session));
        assertEquals(Reason.INVALID, refused.reason());
        assertEquals(
                List.of("secret"),
                refused.findings().stream().map(Finding::field).toList());
        assertEquals(Optional.of(Bench.LOCK), refused.lock());
        assertEquals(List.of(), bench.driver.calls());
    }
}
