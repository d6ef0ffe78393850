package org.lockcredentials.zwave.lock;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lockcredentials.LockId;
import org.lockcredentials.Secret;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Action;
import org.lockcredentials.event.LockEvent.Actor;
import org.lockcredentials.event.LockEvent.Change;
import org.lockcredentials.event.LockEvent.Source;
import org.lockcredentials.zwave.command.notification.Notification;
import org.lockcredentials.zwave.command.notification.NotificationEvent;
import org.lockcredentials.zwave.command.notification.NotificationType;
import org.lockcredentials.zwave.command.usercredential.CredentialRule;
import org.lockcredentials.zwave.command.usercredential.Modifier;
import org.lockcredentials.zwave.command.usercredential.ModifierType;
import org.lockcredentials.zwave.command.usercredential.NameEncoding;
import org.lockcredentials.zwave.command.usercredential.UserName;
import org.lockcredentials.zwave.command.usercredential.UserProperties;
import org.lockcredentials.zwave.command.usercredential.UserRecord;
import org.lockcredentials.zwave.command.usercredential.UserReportType;
import org.lockcredentials.zwave.command.usercredential.UserType;

final class EchoFilterTest {

    private static final LockId LOCK = LockId.of("zwave", "7");
    private static final Instant START = Instant.EPOCH;

    private final EchoFilter filter = new EchoFilter();

    @Test
    void theSameWithinMomentsIsAnEcho() {
        assertFalse(filter.isEcho(operation(Action.UNLOCK, 5), START));
        assertTrue(filter.isEcho(operation(Action.UNLOCK, 5), START.plusSeconds(1)));
        assertFalse(filter.isEcho(operation(Action.UNLOCK, 6), START.plusSeconds(1)));
        assertFalse(filter.isEcho(operation(Action.UNLOCK, 5), START.plusSeconds(1)), "somebody came between");
        assertFalse(filter.isEcho(operation(Action.UNLOCK, 5), START.plusSeconds(9)));
    }

    @Test
    void aChangeBackIsNoEcho() {
        assertFalse(filter.isEcho(change(Change.ADDED), START));
        assertFalse(filter.isEcho(change(Change.DELETED), START));
        assertFalse(filter.isEcho(change(Change.ADDED), START));
        assertTrue(filter.isEcho(change(Change.ADDED), START));
    }

    @Test
    void aNumberedReportIsKnownByItsNumber() {
        assertFalse(filter.isRepeated(report(OptionalInt.of(17)), START));
        assertTrue(filter.isRepeated(report(OptionalInt.of(17)), START.plusSeconds(5)));
        assertFalse(filter.isRepeated(report(OptionalInt.of(18)), START.plusSeconds(5)));
        assertFalse(filter.isRepeated(report(OptionalInt.of(17)), START.plusSeconds(60)));
        assertFalse(filter.isRepeated(report(OptionalInt.empty()), START));
        assertFalse(filter.isRepeated(report(OptionalInt.empty()), START));
    }

    @Test
    void oneChangeOfAUserAfterAnotherIsTwoAndTheSameReportIsOne() {
        assertFalse(filter.isRepeated(modified("Ann"), START));
        assertTrue(filter.isRepeated(modified("Ann"), START.plusSeconds(1)));
        assertFalse(filter.isRepeated(modified("Anna"), START.plusSeconds(1)));
        assertFalse(filter.isEcho(change(Change.MODIFIED), START));
        assertFalse(filter.isEcho(change(Change.MODIFIED), START.plusSeconds(1)));
    }

    private static UserRecord.Report modified(String name) {
        return new UserRecord.Report(
                UserReportType.MODIFIED,
                0,
                new Modifier(ModifierType.LOCALLY, 0),
                5,
                new UserProperties(
                        UserType.GENERAL, true, CredentialRule.SINGLE, 0, new UserName(NameEncoding.ASCII, name)));
    }

    private static LockEvent operation(Action action, int user) {
        return new LockEvent.Operation(
                LOCK,
                START,
                action,
                Source.KEYPAD,
                Optional.of(new Actor(user, Optional.empty())),
                Optional.empty(),
                Optional.empty());
    }

    private static LockEvent change(Change change) {
        return new LockEvent.UserChange(LOCK, START, change, Optional.of(new Actor(5, Optional.empty())));
    }

    private static Notification.Report report(OptionalInt number) {
        return new Notification.Report(
                0,
                0,
                Optional.of(new NotificationEvent(
                        0xFF, NotificationType.ACCESS_CONTROL, 0x06, Secret.of(new byte[0]), number)));
    }
}
