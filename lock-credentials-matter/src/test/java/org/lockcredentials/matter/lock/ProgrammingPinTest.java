package org.lockcredentials.matter.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.matter.lock.Driver.done;
import static org.lockcredentials.matter.lock.Driver.failure;
import static org.lockcredentials.matter.lock.Driver.reason;
import static org.lockcredentials.matter.lock.ScriptedLock.PROGRAMMING_PIN;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.cluster.doorlock.ClearCredential;
import org.lockcredentials.matter.cluster.doorlock.GetCredentialStatus;
import org.lockcredentials.matter.cluster.doorlock.GetCredentialStatusResponse;
import org.lockcredentials.matter.cluster.doorlock.SetCredential;
import org.lockcredentials.matter.cluster.doorlock.UserType;
import org.lockcredentials.matter.node.NodeException;
import org.lockcredentials.testing.Pins;

class ProgrammingPinTest {

    private static final int INVALID_FIELD = 0x85;

    private final ScriptedLock node = ScriptedLock.full();
    private Driver driver = new Driver(node);

    @BeforeEach
    void aLockThatHasOne() {
        node.credentials.put(PROGRAMMING_PIN, 0);
        driver = new Driver(node);
    }

    private CompletableFuture<Outcome> replaced() {
        return driver.lock.writeAdminCode(Optional.of(Pins.secret()));
    }

    @Test
    void aLockWithoutOneSaysSo() {
        node.credentials.clear();
        driver = new Driver(node);
        assertEquals(Reason.UNSUPPORTED, reason(replaced()));
        assertEquals(Reason.UNSUPPORTED, reason(driver.lock.readAdminCode()));
        assertEquals(List.of(), node.sent);
    }

    @Test
    void itIsReplacedAsTheTableOfTheCommandWants() {
        assertTrue(done(driver.lock.capabilities()).has(Capabilities.Feature.ADMIN_CODE));
        assertEquals(Outcome.CONFIRMED, done(replaced()));
        SetCredential sent = node.sent(SetCredential.class).get(0);
        assertEquals(PROGRAMMING_PIN, sent.credential());
        assertEquals(Optional.empty(), sent.userIndex());
        assertEquals(Optional.empty(), sent.userStatus());
        assertEquals(Optional.of(UserType.PROGRAMMING), sent.userType());
        assertEquals(1, node.sent.size(), "a confirmed write costs no reading");
    }

    @Test
    void aLockThatWantsNoUserTypeIsToldNone() {
        node.next(SetCredential.class, ScriptedLock.status(INVALID_FIELD));
        node.next(SetCredential.class, ScriptedLock.status(0));
        assertEquals(Outcome.CONFIRMED, done(replaced()));
        assertEquals(Optional.empty(), node.sent(SetCredential.class).get(1).userType());
    }

    @Test
    void itIsReadAndNeverTakenAway() {
        assertEquals(Occupancy.OCCUPIED, done(driver.lock.readAdminCode()));
        assertEquals(Reason.UNSUPPORTED, reason(driver.lock.writeAdminCode(Optional.empty())));
        assertEquals(List.of(), node.sent(ClearCredential.class));
        node.credentials.clear();
        assertEquals(Occupancy.FREE, done(driver.lock.readAdminCode()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "123456789", "12a4"})
    void itIsAsLongAsAnyPinAndDigits(String code) {
        assertEquals(Reason.INVALID, reason(driver.lock.writeAdminCode(Optional.of(Secret.of(code)))));
        assertEquals(List.of(), node.sent);
    }

    @Test
    void whatTheLockRefusesIsExplainedByWhatStandsThere() {
        refuseTwice();
        assertEquals(INVALID_FIELD, failure(replaced()).status().orElseThrow());
        refuseTwice();
        node.next(
                GetCredentialStatus.class,
                new GetCredentialStatusResponse(
                        true, Optional.empty(), Optional.of(2), Optional.of(2), Optional.empty()));
        assertEquals(Reason.FOREIGN_OWNER, reason(replaced()));
        node.credentials.clear();
        assertEquals(Reason.NOT_FOUND, reason(replaced()));
    }

    private void refuseTwice() {
        node.next(SetCredential.class, ScriptedLock.status(INVALID_FIELD));
        node.next(SetCredential.class, ScriptedLock.status(INVALID_FIELD));
    }

    @Test
    void whatIsRefusedOutrightOrNotAnsweredIsAskedOnce() {
        node.next(SetCredential.class, ScriptedLock.status(2));
        assertEquals(Reason.DUPLICATE, reason(replaced()));
        node.next(SetCredential.class, new NodeException(NodeException.Kind.TIMEOUT, "no answer"));
        assertEquals(Reason.TIMEOUT, reason(replaced()));
        assertEquals(2, node.sent.size());
    }
}
