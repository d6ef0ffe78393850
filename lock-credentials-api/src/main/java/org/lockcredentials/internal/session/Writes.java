package org.lockcredentials.internal.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.Leftover;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.internal.queue.Failures;
import org.lockcredentials.internal.queue.Turn;
import org.lockcredentials.internal.record.UserRecord;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.spi.WriteMode;

/** The writes to a lock, each with what it teaches: what was done is known without asking, what was refused is known too. */
final class Writes {

    private final LockDesk desk;
    private final LockMemory memory;

    Writes(LockDesk desk) {
        this.desk = desk;
        this.memory = desk.memory();
    }

    /** Adds a user where none is. */
    CompletableFuture<Outcome> addUser(Turn turn, Capabilities capabilities, User user, Optional<Duration> expiry) {
        if (memory.slots().isUserFree(user.index())) {
            desk.vacate(user.index());
        }
        memory.expect(user.index(), user.name());
        return learning(
                turn.tell(driver -> driver.writeUser(WriteMode.ADD, onLock(capabilities, user, expiry))),
                outcome -> {
                    desk.vacate(user.index());
                    memory.userWritten(user.withCredentials(List.of()));
                    keepName(capabilities, user);
                },
                refusal -> {
                    if (refusal.reason() == Reason.OCCUPIED) {
                        memory.foundUserAt(user.index());
                    } else {
                        memory.doubtUser(user.index());
                    }
                });
    }

    /** Changes a user who is there; {@code user} has the credentials it has now. */
    CompletableFuture<Outcome> modifyUser(Turn turn, Capabilities capabilities, User user, Optional<Duration> expiry) {
        return learning(
                turn.tell(driver -> driver.writeUser(WriteMode.MODIFY, onLock(capabilities, user, expiry))),
                outcome -> {
                    memory.userWritten(user);
                    keepName(capabilities, user);
                },
                refusal -> memory.doubtUser(user.index()));
    }

    /** Deletes a user with all that is theirs; NO_CHANGE if there is none. */
    CompletableFuture<Outcome> deleteUser(Turn turn, int index) {
        return gone(learning(
                turn.tell(driver -> driver.deleteUser(index)),
                outcome -> {
                    memory.userGone(index);
                    desk.users().forgetName(index);
                },
                refusal -> memory.doubtUser(index)));
    }

    CompletableFuture<Outcome> writeCredential(
            Turn turn, WriteMode mode, int userIndex, Credential place, Secret secret) {
        return learning(
                turn.tell(driver -> driver.writeCredential(mode, new CredentialWrite(userIndex, place, secret))),
                outcome -> memory.credentialWritten(userIndex, place),
                refusal -> {
                    if (mode == WriteMode.ADD && refusal.reason() == Reason.OCCUPIED) {
                        memory.foundCredentialAt(place);
                    } else {
                        memory.doubtCredential(place);
                    }
                });
    }

    /** Deletes a credential; NO_CHANGE if there is none. */
    CompletableFuture<Outcome> deleteCredential(Turn turn, int userIndex, Credential place) {
        return gone(learning(
                turn.tell(driver -> driver.deleteCredential(userIndex, place)),
                outcome -> memory.credentialGone(place),
                refusal -> memory.doubtCredential(place)));
    }

    /**
     * Puts a user on a lock whose codes are its users: the code first, then what the lock can keep of the user besides.
     * If the second is refused, the code is taken off again.
     */
    CompletableFuture<Outcome> addUserWithCode(
            Turn turn, Capabilities capabilities, User user, Optional<Duration> expiry, Credential place, Secret code) {
        memory.expect(user.index(), user.name());
        return writeCredential(turn, WriteMode.ADD, user.index(), place, code).thenCompose(added -> {
            desk.vacate(user.index());
            User there = user.withCredentials(List.of(place));
            memory.userWritten(there);
            keepName(capabilities, user);
            if (there.equals(User.general(user.index(), user.name()).withCredentials(List.of(place)))) {
                return Shape.done(added);
            }
            return modifyUser(turn, capabilities, there, expiry)
                    .thenApply(added::and)
                    .handle((outcome, failure) -> failure == null
                            ? Shape.done(outcome)
                            : takeBack(turn, user.index(), Failures.typed(failure)))
                    .thenCompose(Function.identity());
        });
    }

    /** Keeps the name: for events, and where the lock keeps none as the user's only one. */
    void keepName(Capabilities capabilities, User user) {
        memory.nameIs(user.index(), user.name());
        if (Shape.keepsNames(capabilities)) {
            desk.users().putName(user.index(), user.name());
        } else if (user.name().isPresent() || desk.users().find(user.index()).isPresent()) {
            desk.users().put(UserRecord.present(user.index(), user.name()));
        }
    }

    private CompletableFuture<Outcome> takeBack(Turn turn, int index, LockCredentialException why) {
        if (!Failures.isRefusal(why)) {
            return CompletableFuture.failedFuture(why);
        }
        return deleteUser(turn, index).handle((outcome, left) -> {
            throw left == null ? why : why.leaving(List.of(new Leftover.LeftUser(index)));
        });
    }

    private static UserWrite onLock(Capabilities capabilities, User user, Optional<Duration> expiry) {
        return new UserWrite(Shape.keepsNames(capabilities) ? user : user.withName(Optional.empty()), expiry);
    }

    private static CompletableFuture<Outcome> gone(CompletableFuture<Outcome> deletion) {
        return deletion.handle((outcome, failure) -> {
                    if (failure == null) {
                        return Shape.done(outcome);
                    }
                    LockCredentialException typed = Failures.typed(failure);
                    return typed.reason() == Reason.NOT_FOUND
                            ? Shape.done(Outcome.NO_CHANGE)
                            : CompletableFuture.<Outcome>failedFuture(typed);
                })
                .thenCompose(Function.identity());
    }

    private static CompletableFuture<Outcome> learning(
            CompletableFuture<Outcome> write, Consumer<Outcome> done, Consumer<LockCredentialException> refused) {
        return write.whenComplete((outcome, failure) -> {
            if (failure == null) {
                done.accept(outcome);
                return;
            }
            LockCredentialException typed = Failures.typed(failure);
            if (Failures.isRefusal(typed)) {
                refused.accept(typed);
            }
        });
    }
}
