package org.lockcredentials.zwave.lock;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CrcPiece;
import org.lockcredentials.zwave.command.notification.AccessControlEvent;
import org.lockcredentials.zwave.command.notification.Notification;
import org.lockcredentials.zwave.command.usercode.AdminCode;
import org.lockcredentials.zwave.command.usercode.ExtendedUserCode;
import org.lockcredentials.zwave.command.usercode.ReportedCode;
import org.lockcredentials.zwave.command.usercode.UserCode;
import org.lockcredentials.zwave.command.usercode.UserCodeChecksum;
import org.lockcredentials.zwave.command.usercode.UserCodeEntry;
import org.lockcredentials.zwave.command.usercode.UserIdStatus;
import org.lockcredentials.zwave.lock.ReadBack.Sight;
import org.lockcredentials.zwave.lock.event.EventTables;
import org.lockcredentials.zwave.transport.Delivery;

/**
 * Writes user codes (SDS13781 §4.115.2, §4.116.12). The command class has no word for adding, so that the slot is asked first; nor
 * one for a duplicate, of which locks tell by a notification.
 *
 * <p>Touched by tasks of the network's actor only, after a command was handed over.
 */
final class UserCodeWriter {

    private static final int EVERY_USER = 0;
    /** Locks erase their storage slot by slot (zwave-js issue 8978). */
    private static final Duration DELETING_ALL = Duration.ofSeconds(30);
    /** How much later than its refusal a lock may tell the reason. */
    private static final Duration EXPLANATION = Duration.ofSeconds(1);

    private final LockEndpoint lock;
    private final UserCodeReader reader;
    private final ChecksumLedger ledger;
    private final ReadBack readBack;
    private final Map<Integer, UserIdStatus> statuses = new HashMap<>();
    private boolean duplicate;

    UserCodeWriter(LockEndpoint lock, UserCodeReader reader, ChecksumLedger ledger) {
        this.lock = lock;
        this.reader = reader;
        this.ledger = ledger;
        this.readBack = new ReadBack(lock);
    }

    CompletableFuture<Outcome> write(WriteMode mode, CredentialWrite write) {
        int userId = write.place().slot();
        if (userId != write.userIndex()) {
            return Failures.failed(Reason.INVALID, "on this lock the slot of a code is its user");
        }
        if (mode == WriteMode.MODIFY && statuses.containsKey(userId)) {
            return set(userId, kept(statuses.get(userId)), write.secret());
        }
        return reader.read(userId).thenCompose(before -> {
            before.wipe();
            if (mode == WriteMode.MODIFY) {
                return set(userId, kept(before.status()), write.secret());
            }
            return before.isFree()
                    ? set(userId, UserIdStatus.ENABLED, write.secret())
                    : Failures.failed(Reason.OCCUPIED, "slot " + userId + " is not known to be free");
        });
    }

    CompletableFuture<Outcome> setEnabled(int userId, boolean enabled) {
        return reader.read(userId).thenCompose(slot -> {
            UserIdStatus wanted = enabled ? UserIdStatus.ENABLED : UserIdStatus.DISABLED;
            Optional<Secret> code = slot.readable();
            if (slot.isFree()) {
                return Failures.failed(Reason.NOT_FOUND, "there is no user " + userId);
            }
            if (slot.isTaken() && enabled != slot.status().equals(UserIdStatus.DISABLED)) {
                slot.wipe();
                return CompletableFuture.completedFuture(Outcome.NO_CHANGE);
            }
            if (code.isEmpty()) {
                slot.wipe();
                return Failures.unsupported("to show its codes, and takes a new state only together with one");
            }
            return set(userId, wanted, code.get()).whenComplete((done, failure) -> slot.wipe());
        });
    }

    CompletableFuture<Outcome> delete(int userId) {
        Command command = userId <= UserCodeReader.LAST_SHORT
                ? UserCode.Set.clear(userId)
                : new ExtendedUserCode.Set(List.of(UserCodeEntry.clear(userId)));
        return lock.channel()
                .set(command)
                .thenCompose(delivery -> readBack.outcome(delivery, () -> isFree(userId)))
                .thenApply(outcome -> remembered(userId, UserIdStatus.AVAILABLE, outcome))
                .thenApply(outcome -> ledger.after(outcome, () -> ledger.userGone(userId)));
    }

    /** Codes that are left open doors, so that the word of a lock which takes user 0 for a user like any other is not enough. */
    CompletableFuture<Outcome> deleteAll() {
        Optional<Integer> witness = statuses.entrySet().stream()
                .filter(each -> !each.getValue().equals(UserIdStatus.AVAILABLE))
                .map(Map.Entry::getKey)
                .findFirst();
        Supplier<CompletableFuture<Sight>> look = () -> reader.showsNobody()
                .thenCompose(nobody -> nobody.map(
                                empty -> CompletableFuture.completedFuture(empty ? Sight.AS_WRITTEN : Sight.DIFFERENT))
                        .or(() -> witness.map(this::isFree))
                        .orElseGet(() -> CompletableFuture.completedFuture(Sight.HIDDEN)));
        return lock.channel()
                .set(UserCode.Set.clear(EVERY_USER), DELETING_ALL)
                .thenCompose(delivery -> delivery == Delivery.DONE
                        ? look.get()
                                .thenCompose(sight -> sight == Sight.DIFFERENT
                                        ? deleteOneByOne()
                                        : CompletableFuture.completedFuture(Outcome.CONFIRMED))
                        : readBack.outcome(delivery, look).exceptionallyCompose(this::deletedSingly))
                .whenComplete((outcome, failure) -> statuses.clear())
                .thenApply(outcome -> ledger.after(outcome, ledger::allGone));
    }

    private CompletableFuture<Outcome> deletedSingly(Throwable failure) {
        LockCredentialException reason = Failures.translated(failure);
        return reason.reason() == Reason.REJECTED ? deleteOneByOne() : CompletableFuture.failedFuture(reason);
    }

    private CompletableFuture<Outcome> deleteOneByOne() {
        return reader.readAll().thenCompose(found -> {
            CompletableFuture<Outcome> deleted = CompletableFuture.completedFuture(Outcome.CONFIRMED);
            for (User user : found.users()) {
                deleted = deleted.thenCompose(
                        before -> delete(user.index()).thenApply(after -> after == Outcome.CONFIRMED ? before : after));
            }
            return deleted;
        });
    }

    CompletableFuture<Outcome> writeAdminCode(Optional<Secret> code) {
        return lock.channel()
                .set(new AdminCode.Set(code))
                .thenCompose(delivery -> readBack.outcome(delivery, () -> adminCode(code)));
    }

    void heard(Command command) {
        if (command instanceof Notification.Report report) {
            duplicate |= EventTables.isDuplicate(report.alarmType())
                    || report.event()
                            .flatMap(AccessControlEvent::of)
                            .filter(AccessControlEvent.DUPLICATE_USER_CODE::equals)
                            .isPresent();
        } else if (command instanceof UserCode.Report report) {
            statuses.put(report.userId(), report.status());
        } else if (command instanceof ExtendedUserCode.Report report) {
            report.entries().forEach(each -> statuses.put(each.userId(), each.status()));
        }
    }

    private CompletableFuture<Outcome> set(int userId, UserIdStatus status, Secret code) {
        Command command = userId <= UserCodeReader.LAST_SHORT
                ? new UserCode.Set(userId, status, code)
                : new ExtendedUserCode.Set(List.of(new UserCodeEntry(userId, status, Optional.of(code))));
        CrcPiece piece = UserCodeChecksum.piece(new UserCodeEntry(userId, status, Optional.of(code)));
        duplicate = false;
        return lock.channel()
                .set(command)
                .thenCompose(delivery -> delivery == Delivery.REFUSED
                        ? lock.after(duplicate ? Duration.ZERO : EXPLANATION).thenCompose(explained -> refused())
                        : readBack.outcome(delivery, () -> shows(userId, status, code)))
                .handle((outcome, failure) -> failure == null
                        ? CompletableFuture.completedFuture(remembered(userId, status, outcome))
                        : duplicate ? refused() : CompletableFuture.<Outcome>failedFuture(failure))
                .thenCompose(outcome -> outcome)
                .thenApply(outcome -> ledger.after(outcome, () -> ledger.user(userId, piece)));
    }

    private CompletableFuture<Outcome> refused() {
        return duplicate
                ? Failures.failed(Reason.DUPLICATE, "the lock holds the same code already")
                : Failures.failed(Reason.REJECTED, "the lock refused");
    }

    private Outcome remembered(int userId, UserIdStatus status, Outcome outcome) {
        if (outcome == Outcome.CONFIRMED) {
            statuses.put(userId, status);
        } else {
            statuses.remove(userId);
        }
        return outcome;
    }

    /** A new code leaves the user enabled or disabled as it was. */
    private static UserIdStatus kept(UserIdStatus before) {
        boolean set = !before.equals(UserIdStatus.AVAILABLE) && !before.equals(UserIdStatus.NOT_AVAILABLE);
        return set ? before : UserIdStatus.ENABLED;
    }

    private CompletableFuture<Sight> shows(int userId, UserIdStatus status, Secret code) {
        return reader.read(userId).thenApply(slot -> {
            try {
                if (!slot.status().equals(status)) {
                    return Sight.DIFFERENT;
                }
                return slot.holds(code)
                        .map(held -> held ? Sight.AS_WRITTEN : Sight.DIFFERENT)
                        .orElse(Sight.HIDDEN);
            } finally {
                slot.wipe();
            }
        });
    }

    private CompletableFuture<Sight> isFree(int userId) {
        return reader.read(userId).thenApply(slot -> {
            slot.wipe();
            return slot.isFree() ? Sight.AS_WRITTEN : Sight.DIFFERENT;
        });
    }

    private CompletableFuture<Sight> adminCode(Optional<Secret> wanted) {
        return lock.channel().get(new AdminCode.Get()).thenApply(report -> {
            boolean masked = report.code().filter(ReportedCode::isMasked).isPresent();
            boolean same = report.code().equals(wanted);
            report.code().ifPresent(Secret::wipe);
            return masked ? Sight.HIDDEN : same ? Sight.AS_WRITTEN : Sight.DIFFERENT;
        });
    }
}
