package org.lockcredentials.zwave.lock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
import org.lockcredentials.zwave.command.CrcPiece;
import org.lockcredentials.zwave.command.usercode.ExtendedUserCode;
import org.lockcredentials.zwave.command.usercode.UserCode;
import org.lockcredentials.zwave.command.usercode.UserCodeCapabilities;
import org.lockcredentials.zwave.command.usercode.UserCodeChecksum;
import org.lockcredentials.zwave.command.usercode.UserCodeEntry;
import org.lockcredentials.zwave.command.usercode.UserIdStatus;

/**
 * Reads user codes. A lock that reports several at once names the next user that is not available, so that reading costs what is occupied
 * (SDS13781 §4.116.13). Any other is asked for one user after the other (§4.115.3), as far as its checksum shows that there is more: Extended
 * User Code Get is for every lock of version 2, but hosts send it to those only that report several, and others were never put to the test.
 */
final class UserCodeReader {

    /** The highest user identifier that fits the commands of version 1. */
    static final int LAST_SHORT = 255;

    private final LockEndpoint lock;
    private final int supportedUsers;
    private final boolean hidden;
    private final boolean checksum;
    private final ChecksumLedger ledger;
    private boolean bulk;

    /**
     * @param hidden whether what the lock reports for a code is not the code
     * @param found of a lock of version 2
     * @param ledger takes note of what is read whole
     */
    UserCodeReader(
            LockEndpoint lock,
            int supportedUsers,
            boolean hidden,
            Optional<UserCodeCapabilities.Report> found,
            ChecksumLedger ledger) {
        this.lock = lock;
        this.supportedUsers = supportedUsers;
        this.hidden = hidden;
        this.ledger = ledger;
        this.checksum = found.filter(UserCodeCapabilities.Report::checksum).isPresent();
        this.bulk = found.filter(UserCodeCapabilities.Report::multipleReport).isPresent();
    }

    CompletableFuture<LockContents> readAll() {
        if (!bulk) {
            return oneByOne().thenApply(this::contents);
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
                    bulk = false;
                    return oneByOne();
                })
                .thenCompose(Function.identity())
                .thenApply(this::contents);
    }

    private CompletableFuture<Findings> oneByOne() {
        return checksum
                ? lock.channel()
                        .get(new UserCodeChecksum.Get())
                        .thenCompose(report -> one(1, new Findings(), OptionalInt.of(report.checksum())))
                : one(1, new Findings(), OptionalInt.empty());
    }

    private LockContents contents(Findings findings) {
        ledger.replace(findings.read);
        return new LockContents(findings.users, findings.unknownUsers, findings.unknownCredentials);
    }

    /** Whether there is no code at all, if the lock has a checksum to tell by. */
    CompletableFuture<Optional<Boolean>> showsNobody() {
        return checksum
                ? lock.channel()
                        .get(new UserCodeChecksum.Get())
                        .thenApply(report -> Optional.of(report.checksum() == 0))
                : CompletableFuture.completedFuture(Optional.empty());
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

    /** Ends early at a free place once all before it come to the lock's checksum. */
    private CompletableFuture<Findings> one(int userId, Findings findings, OptionalInt whole) {
        if (userId > supportedUsers) {
            return CompletableFuture.completedFuture(findings);
        }
        return read(userId).thenCompose(slot -> {
            boolean ends = slot.isFree() && whole.equals(OptionalInt.of(findings.checksum()));
            findings.add(slot);
            lock.progress("users", userId, supportedUsers);
            return ends ? CompletableFuture.completedFuture(findings) : one(userId + 1, findings, whole);
        });
    }

    private CompletableFuture<Findings> chain(int userId, Findings findings) {
        return lock.channel().get(new ExtendedUserCode.Get(userId, true)).thenCompose(report -> {
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
        private CrcPiece all = CrcPiece.NOTHING;
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
                all = all.then(slot.piece());
            }
            slot.wipe();
        }

        /** What a lock reports that holds this and no more. */
        int checksum() {
            return all.checksum();
        }

        boolean isEmpty() {
            return empty;
        }
    }
}
