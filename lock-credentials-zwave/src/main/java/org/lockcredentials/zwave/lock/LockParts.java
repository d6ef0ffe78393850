package org.lockcredentials.zwave.lock;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Capabilities.Feature;
import org.lockcredentials.Outcome;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.activeschedule.ScheduleCapabilities;
import org.lockcredentials.zwave.command.doorlocklogging.LoggingRecordsSupported;
import org.lockcredentials.zwave.command.scheduleentry.ScheduleSlots;
import org.lockcredentials.zwave.command.usercode.UserCodeCapabilities;
import org.lockcredentials.zwave.command.usercode.UsersNumber;
import org.lockcredentials.zwave.command.usercredential.CredentialCapabilities;
import org.lockcredentials.zwave.command.usercredential.UserCapabilities;
import org.lockcredentials.zwave.lock.quirk.Quirks;
import org.lockcredentials.zwave.node.KnownEndpoint;
import org.lockcredentials.zwave.node.Product;

/**
 * What one lock consists of, by what its interview found.
 *
 * @param codeLength empty if codes may have several lengths
 * @param door empty if the bolt cannot be operated
 * @param schedules empty if its users have none
 * @param log empty if it keeps none
 */
record LockParts(
        Optional<Product> product,
        UserDatabase users,
        Optional<CodeLength> codeLength,
        Optional<DoorLockControl> door,
        Optional<LockSchedules> schedules,
        Optional<LockLog> log,
        NotificationEvents notifications,
        boolean notifies) {

    /** @param past hears what the lock's own log tells */
    static LockParts of(
            LockEndpoint lock,
            LockSite site,
            Optional<Product> product,
            KnownEndpoint known,
            Consumer<? super LockEvent> past) {
        Quirks quirks = Quirks.of(product);
        UserDatabase users = users(lock, known, quirks);
        boolean codesAreUsers = users instanceof UserCodeLock;
        return new LockParts(
                product,
                users,
                known.supports(CommandClass.CONFIGURATION) ? codeLength(lock, quirks) : Optional.empty(),
                known.supports(CommandClass.DOOR_LOCK)
                        ? Optional.of(new DoorLockControl(lock, new DoorSensor(lock, site.notes(), known::supports)))
                        : Optional.empty(),
                book(lock, known, codesAreUsers, quirks)
                        .map(book -> new LockSchedules(lock, site, book, clock(lock, site, known))),
                known.report(LoggingRecordsSupported.Report.TYPE)
                        .filter(report -> report.records() > 0)
                        .map(report -> new LockLog(lock, site, report.records(), codesAreUsers, past)),
                new NotificationEvents(lock, codesAreUsers, quirks),
                known.supports(CommandClass.NOTIFICATION));
    }

    CompletableFuture<Capabilities> capabilities() {
        Capabilities asTold = asTold();
        return codeLength.map(rule -> rule.applied(asTold)).orElseGet(() -> CompletableFuture.completedFuture(asTold));
    }

    private Capabilities asTold() {
        Set<Feature> others = EnumSet.noneOf(Feature.class);
        if (door.isPresent()) {
            others.add(Feature.DOOR_OPERATION);
        }
        if (log.isPresent()) {
            others.add(Feature.DOOR_LOG);
        }
        Capabilities ofUsers = users.capabilities(others);
        return schedules
                .map(each -> new Capabilities(
                        ofUsers.users(), ofUsers.credentials(), each.slots(), ofUsers.enabling(), ofUsers.features()))
                .orElse(ofUsers);
    }

    /** What a deletion comes to once the schedules of those who were deleted are seen to. */
    CompletableFuture<Outcome> afterDeleting(
            Function<LockSchedules, CompletableFuture<Void>> cleaning, Outcome outcome) {
        return schedules
                .map(cleaning)
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                .thenApply(done -> outcome);
    }

    private static Optional<CodeLength> codeLength(LockEndpoint lock, Quirks quirks) {
        return quirks.codeLengthParameter().isPresent()
                ? Optional.of(new CodeLength(lock, quirks.codeLengthParameter().getAsInt()))
                : Optional.empty();
    }

    private static Optional<ScheduleBook> book(
            LockEndpoint lock, KnownEndpoint known, boolean codesAreUsers, Quirks quirks) {
        if (codesAreUsers) {
            return known.report(ScheduleSlots.Report.TYPE)
                    .map(quirks::scheduleSlots)
                    .map(slots -> new ScheduleEntryBook(lock, slots, entryVersion(known)));
        }
        return known.report(ScheduleCapabilities.Report.TYPE).stream()
                .flatMap(report -> report.targets().stream())
                .filter(each -> each.commandClass() == CommandClass.USER_CREDENTIAL.id())
                .findFirst()
                .map(capability -> new ActiveScheduleBook(lock, capability));
    }

    private static LockClock clock(LockEndpoint lock, LockSite site, KnownEndpoint known) {
        boolean offset = known.report(ScheduleSlots.Report.TYPE).isPresent() && entryVersion(known) >= 2;
        return new LockClock(lock, site, known::supports, offset);
    }

    private static int entryVersion(KnownEndpoint known) {
        return known.version(CommandClass.SCHEDULE_ENTRY_LOCK).orElse(1);
    }

    /** User Credential where it answered, else User Code, else a lock without either. */
    private static UserDatabase users(LockEndpoint lock, KnownEndpoint known, Quirks quirks) {
        Optional<UserCapabilities.Report> users = known.report(UserCapabilities.Report.TYPE);
        Optional<CredentialCapabilities.Report> credentials = known.report(CredentialCapabilities.Report.TYPE);
        if (users.isPresent() && credentials.isPresent()) {
            return new UserCredentialLock(lock, users.get(), credentials.get());
        }
        return new UserCodeLock(
                lock,
                known.report(UsersNumber.Report.TYPE)
                        .map(UsersNumber.Report::supportedUsers)
                        .orElse(0),
                known.report(UserCodeCapabilities.Report.TYPE),
                quirks);
    }
}
