package org.lockcredentials.matter.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.matter.lock.Driver.done;
import static org.lockcredentials.matter.lock.Driver.failure;
import static org.lockcredentials.matter.lock.Driver.pin;
import static org.lockcredentials.matter.lock.Driver.reason;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.cluster.doorlock.CredentialStruct;
import org.lockcredentials.matter.cluster.doorlock.SetCredential;
import org.lockcredentials.matter.cluster.doorlock.UserStatus;
import org.lockcredentials.matter.node.NodeException;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.testing.Pins;

class CredentialsTest {

    private static final int INVALID_FIELD = 0x85;

    private final ScriptedLock node = ScriptedLock.full();
    private final Driver driver = new Driver(node);

    @BeforeEach
    void ann() {
        node.hold(2, "Ann", ScriptedLock.OURS);
    }

    @Test
    void aPinIsAddedForAUserWhoIsThere() {
        assertEquals(Outcome.CONFIRMED, done(driver.lock.writeCredential(WriteMode.ADD, pin(2, 3))));
        SetCredential sent = node.sent(SetCredential.class).get(0);
        assertEquals(new CredentialStruct(1, 3), sent.credential());
        assertEquals(Optional.of(2), sent.userIndex());
        assertEquals(Optional.empty(), sent.userStatus());
        assertEquals(1, node.sent.size(), "a confirmed write costs no reading");
        assertEquals(
                Occupancy.OCCUPIED,
                done(driver.lock.readCredential(new Credential(CredentialType.PIN, 3)))
                        .occupancy());
    }

    @ParameterizedTest
    @CsvSource({"2, DUPLICATE", "3, OCCUPIED", "137, FULL", "139, NOT_FOUND"})
    void theStatusOfTheAnswerIsTheReason(int status, Reason reason) {
        node.next(SetCredential.class, ScriptedLock.status(status));
        LockCredentialException refused = failure(driver.lock.writeCredential(WriteMode.ADD, pin(2, 3)));
        assertEquals(reason, refused.reason());
        assertEquals(status, refused.status().orElseThrow());
        assertEquals(1, node.sent.size());
    }

    /** A lock whose types share their slots refuses a slot that another type has; the next one is then the manager's choice. */
    @Test
    void aSlotThatAnotherTypeHasIsOccupied() {
        node.next(SetCredential.class, ScriptedLock.status(1));
        node.credentials.put(new CredentialStruct(1, 3), 2);
        assertEquals(Reason.OCCUPIED, reason(driver.lock.writeCredential(WriteMode.ADD, pin(2, 3))));
    }

    @Test
    void anInvalidFieldIsExplainedByWhatStandsThere() {
        assertEquals(Reason.NOT_FOUND, reason(driver.lock.writeCredential(WriteMode.ADD, pin(5, 3))));
        node.next(SetCredential.class, ScriptedLock.status(INVALID_FIELD));
        assertEquals(Reason.NOT_FOUND, reason(driver.lock.writeCredential(WriteMode.MODIFY, pin(2, 4))));
        node.hold(6, "Ben", 2);
        assertEquals(Reason.FOREIGN_OWNER, reason(driver.lock.writeCredential(WriteMode.ADD, pin(6, 3))));
        node.sent.clear();
        assertEquals(Reason.FOREIGN_OWNER, reason(driver.lock.writeCredential(WriteMode.ADD, pin(6, 3))));
        assertEquals(List.of(), node.sent, "it was known, and needed no question");
    }

    @Test
    void aLockThatWantsTheUsersFieldsIsToldThem() {
        node.next(SetCredential.class, ScriptedLock.status(INVALID_FIELD));
        assertEquals(Outcome.CONFIRMED, done(driver.lock.writeCredential(WriteMode.ADD, pin(2, 3))));
        SetCredential again = node.sent(SetCredential.class).get(1);
        assertEquals(Optional.of(UserStatus.OCCUPIED_ENABLED), again.userStatus());
        assertTrue(again.userType().isPresent());
    }

    @Test
    void aSecondTryAfterALostAnswerFindsTheFirst() {
        String digits = Pins.next();
        lost();
        assertEquals(Reason.TIMEOUT, reason(driver.lock.writeCredential(WriteMode.ADD, pin(2, 3, digits))));
        node.next(SetCredential.class, ScriptedLock.status(2));
        assertEquals(Outcome.CONFIRMED, done(driver.lock.writeCredential(WriteMode.ADD, pin(2, 3, digits))));
    }

    @Test
    void aSecondTryWithAnotherCodeIsADuplicate() {
        lost();
        assertEquals(Reason.TIMEOUT, reason(driver.lock.writeCredential(WriteMode.ADD, pin(2, 3))));
        node.next(SetCredential.class, ScriptedLock.status(2));
        assertEquals(Reason.DUPLICATE, reason(driver.lock.writeCredential(WriteMode.ADD, pin(2, 3))));
    }

    /** What ends the memory of a lost add, after which the same again is a duplicate like any other. */
    private enum End {
        TIME,
        PLACE_DELETED,
        USER_DELETED,
        ALL_DELETED,
        CLOSED
    }

    @ParameterizedTest
    @EnumSource
    void aLostAddIsNotRememberedLongerThanItHelps(End end) {
        String digits = Pins.next();
        lost();
        assertEquals(Reason.TIMEOUT, reason(driver.lock.writeCredential(WriteMode.ADD, pin(2, 3, digits))));
        switch (end) {
            case TIME -> driver.time.advance(UnansweredAdds.KEPT);
            case PLACE_DELETED -> done(driver.lock.deleteCredential(2, new Credential(CredentialType.PIN, 3)));
            case USER_DELETED -> done(driver.lock.deleteUser(2));
            case ALL_DELETED -> done(driver.lock.deleteAllUsers());
            case CLOSED -> driver.lock.close();
        }
        node.hold(2, "Ann", ScriptedLock.OURS, new CredentialStruct(1, 3));
        node.next(SetCredential.class, ScriptedLock.status(2));
        assertEquals(Reason.DUPLICATE, reason(driver.lock.writeCredential(WriteMode.ADD, pin(2, 3, digits))));
    }

    @Test
    void aSecondLossHasATimeOfItsOwn() {
        String digits = Pins.next();
        lost();
        assertEquals(Reason.TIMEOUT, reason(driver.lock.writeCredential(WriteMode.ADD, pin(2, 3, digits))));
        driver.time.advance(UnansweredAdds.KEPT.minusMinutes(1));
        lost();
        assertEquals(Reason.TIMEOUT, reason(driver.lock.writeCredential(WriteMode.ADD, pin(2, 3, digits))));
        driver.time.advance(UnansweredAdds.KEPT.minusMinutes(1));
        node.next(SetCredential.class, ScriptedLock.status(2));
        assertEquals(Outcome.CONFIRMED, done(driver.lock.writeCredential(WriteMode.ADD, pin(2, 3, digits))));
    }

    private void lost() {
        node.next(SetCredential.class, command -> {
            node.credentials.put(((SetCredential) command).credential(), 2);
            return CompletableFuture.failedFuture(new NodeException(NodeException.Kind.TIMEOUT, "no answer"));
        });
    }

    @Test
    void aPinIsDigitsBeforeTheLockHearsOfIt() {
        assertEquals(Reason.INVALID, reason(driver.lock.writeCredential(WriteMode.ADD, pin(2, 3, "12a456"))));
        assertEquals(List.of(), node.sent);
    }

    @Test
    void aCredentialIsDeletedOnce() {
        node.credentials.put(new CredentialStruct(1, 3), 2);
        Credential place = new Credential(CredentialType.PIN, 3);
        assertEquals(Outcome.CONFIRMED, done(driver.lock.deleteCredential(2, place)));
        assertEquals(Outcome.NO_CHANGE, done(driver.lock.deleteCredential(2, place)));
    }

    @Test
    void aTagIsWrittenAsData() {
        CredentialWrite tag = new CredentialWrite(
                2, new Credential(CredentialType.RFID, 1), Secret.of(new byte[] {4, 1, (byte) 0xF7, 9}));
        assertEquals(Outcome.CONFIRMED, done(driver.lock.writeCredential(WriteMode.ADD, tag)));
        assertEquals(2, node.sent(SetCredential.class).get(0).credential().code());
    }
}
