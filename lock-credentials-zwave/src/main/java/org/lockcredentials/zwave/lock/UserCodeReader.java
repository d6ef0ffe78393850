package org.lockcredentials.zwave.lock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.lockcredentials.Credential;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.SlotState;
import org.lockcredentials.User;
import org.lockcredentials.spi.LockContents;
import org.lockcredentials.spi.UserState;
import org.lockcredentials.zwave.command.usercode.ExtendedUserCode;
import org.lockcredentials.zwave.command.usercode.UserCode;
import org.lockcredentials.zwave.command.usercode.UserCodeCapabilities;
import org.lockcredentials.zwave.command.usercode.UserCodeEntry;
import org.lockcredentials.zwave.command.usercode.UserIdStatus;

/**
 * Reads user codes. Since version 2 a report names the next user that is not available, so that reading costs what is occupied;
 * version 1 has no way but to ask for every user (SDS13781 §4.115.3, §4.116.13).
 */
final class UserCodeReader {

    /** The highest user identifier that fits the commands of version 1. */
    static final int LAST_SHORT = 255;

    private final LockEndpoint lock;
    private final int supportedUsers;
    private final boolean bulk;
    private final boolean hidden;
    private final ChecksumLedger ledger;
    private boolean extended;

    /**
     * @param hidden whether what the lock reports for a code is not the code
     * @param ledger takes note of what is read whole
     */
    UserCodeReader(
            LockEndpoint lock,
            int supportedUsers,
            boolean extended,
            boolean hidden,
            Optional<UserCodeCapabilities.Report> found,
            ChecksumLedger ledger) {
        this.lock = lock;
        this.supportedUsers = supportedUsers;
        this.extended = extended;
        this.hidden = hidden;
        this.ledger = ledger;
        this.bulk = found.filter(UserCodeCapabilities.Report::multipleReport).isPresent();
    }

    CompletableFuture<LockContents> readAll() {
        if (!extended) {
            return one(1, new Findings()).thenApply(this::contents);
        }
        Findings findings = new Findings();
        return chain(1, findings)
                .handle((all, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.completedFuture(findings);
                    }
                    LockCredentialException reason = Failures.translated(failure);
                    boolean silent = reason.reason() == Reason.TIMEOUT && findings.isEmpty();
                    if (!silent) {
                        return CompletableFuture.<Findings>failedFuture(reason);
                    }
                    // Locks are sold that list the command and never answer it (zwave-js pull request 4849).
                    extended = false;
                    return one(1, findings);
                })
                .thenCompose(Function.identity())
                .thenApply(this::contents);
    }

    private LockContents contents(Findings findings) {
        ledger.replace(findings.read);
        return new LockContents(findings.users, findings.unknownUsers, findings.unknownCredentials);
    }

    CompletableFuture<UserState> readUser(int index) {
        return read(index).thenApply(slot -> {
            slot.wipe();
            if (slot.isTaken()) {
                return UserState.of(slot.user());
            }
            return slot.isFree() ? UserState.free() : UserState.unknown();
        });
    }

    CompletableFuture<SlotState> readCredential(Credential place) {
        return read(place.slot()).thenApply(slot -> {
            SlotState state = switch (slot.occupancy()) {
                case FREE -> SlotState.free(place);
                case OCCUPIED -> SlotState.occupied(place, slot.userId());
                case UNKNOWN -> SlotState.unknown(place);
            };
            slot.wipe();
            return state;
        });
    }

    /** Completes with what the lock tells of one user; whoever asked wipes it. */
    CompletableFuture<CodeSlot> read(int userId) {
        if (userId <= LAST_SHORT) {
            return lock.channel()
                    .get(new UserCode.Get(userId))
                    .thenApply(report -> slot(report.userId(), report.status(), report.code()));
        }
        return lock.channel().get(new ExtendedUserCode.Get(userId, false)).thenApply(report -> {
            UserCodeEntry first = report.entries().get(0);
            return slot(first.userId(), first.status(), first.code());
        });
    }

    private CodeSlot slot(int userId, UserIdStatus status, Optional<Secret> code) {
        if (!hidden) {
            return new CodeSlot(userId, status, code);
        }
        code.ifPresent(Secret::wipe);
        return new CodeSlot(userId, status, Optional.empty());
    }

    private CompletableFuture<Findings> one(int userId, Findings findings) {
        if (userId > supportedUsers) {
            return CompletableFuture.completedFuture(findings);
        }
        return read(userId).thenCompose(slot -> {
            findings.add(slot);
            lock.progress("users", userId, supportedUsers);
            return one(userId + 1, findings);
        });
    }

    private CompletableFuture<Findings> chain(int userId, Findings findings) {
        return lock.channel().get(new ExtendedUserCode.Get(userId, bulk)).thenCompose(report -> {
            report.entries().forEach(each -> findings.add(slot(each.userId(), each.status(), each.code())));
            int next = report.nextUserId();
            if (next == 0 || next > supportedUsers) {
                return CompletableFuture.completedFuture(findings);
            }
            lock.progress("users", next - 1, supportedUsers);
            // What was not reached would otherwise pass for free.
            return next > userId
                    ? chain(next, findings)
                    : Failures.failed(Reason.REJECTED, "the lock's list of its users runs in a circle");
        });
    }

    private static final class Findings {
        private final List<User> users = new ArrayList<>();
        private final Set<Integer> unknownUsers = new HashSet<>();
        private final Set<Credential> unknownCredentials = new HashSet<>();
        private final ChecksumLedger read = new ChecksumLedger();
        private boolean empty = true;

        void add(CodeSlot slot) {
            empty = false;
            if (slot.isTaken()) {
                users.add(slot.user());
            } else if (!slot.isFree()) {
                unknownUsers.add(slot.userId());
            }
            if (!slot.isFree() && slot.readable().isEmpty()) {
                unknownCredentials.add(slot.place());
            }
            if (!slot.isFree()) {
                read.user(slot.userId(), slot.piece());
            }
            slot.wipe();
        }

        boolean isEmpty() {
            return empty;
        }
    }
}
