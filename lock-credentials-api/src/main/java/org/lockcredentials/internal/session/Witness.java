package org.lockcredentials.internal.session;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.SlotState;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Actor;
import org.lockcredentials.event.LockEvent.AlarmKind;
import org.lockcredentials.event.LockEvent.Change;
import org.lockcredentials.internal.record.UserRecord;

/** Hears what a lock tells by itself: puts names to users, and takes from memory what no longer holds. Never waits. */
final class Witness {

    private final LockDesk desk;
    private final LockMemory memory;

    Witness(LockDesk desk) {
        this.desk = desk;
        this.memory = desk.memory();
    }

    LockEvent hear(LockEvent event) {
        if (event instanceof LockEvent.UserChange change) {
            // A user who is new here is named by the event, or not at all; one who goes or changes, by what was known
            // till now.
            LockEvent.UserChange named = new LockEvent.UserChange(
                    change.lock(), change.at(), change.change(), change.user().map(this::named));
            return userChanged(named) ? named : change;
        }
        if (event instanceof LockEvent.CredentialChange change) {
            Optional<Actor> actor = actor(change.user(), change.credential());
            credentialChanged(change);
            return new LockEvent.CredentialChange(
                    change.lock(), change.at(), change.change(), change.credential(), actor);
        }
        if (event instanceof LockEvent.Operation operation) {
            return new LockEvent.Operation(
                    operation.lock(),
                    operation.at(),
                    operation.action(),
                    operation.source(),
                    actor(operation.user(), operation.credential()),
                    operation.credential(),
                    operation.error());
        }
        if (event instanceof LockEvent.Alarm alarm) {
            if (alarm.kind() == AlarmKind.FACTORY_RESET) {
                memory.doubtAll();
            }
            return new LockEvent.Alarm(
                    alarm.lock(), alarm.at(), alarm.kind(), alarm.user().map(this::named));
        }
        if (event instanceof LockEvent.Connection connection && connection.reachable()) {
            // While it was away it may have been changed at its keypad.
            memory.doubtAll();
        }
        if (event instanceof LockEvent.Missed) {
            memory.doubtAll();
        }
        return event;
    }

    /** True unless a stranger came, to whom the name known for the index does not belong. */
    private boolean userChanged(LockEvent.UserChange event) {
        if (event.user().isEmpty()) {
            if (event.change() == Change.DELETED) {
                desk.users().all().forEach(user -> nameIsNobodys(user.index()));
            }
            memory.doubtAll();
            return true;
        }
        int index = event.user().get().index();
        return switch (event.change()) {
            case ADDED -> {
                boolean known = memory.heardUserAdded(index);
                if (!known) {
                    nameIsNobodys(index);
                }
                yield known;
            }
            case MODIFIED -> {
                memory.heardUserModified(index);
                yield true;
            }
            case DELETED -> {
                if (!memory.heardUserDeleted(index)) {
                    nameIsNobodys(index);
                }
                yield true;
            }
        };
    }

    private void credentialChanged(LockEvent.CredentialChange event) {
        if (event.credential().filter(this::isOfTheMenu).isPresent()) {
            return;
        }
        if (event.credential().isEmpty()) {
            memory.doubtAll();
        } else if (event.change() == Change.DELETED) {
            memory.heardCredentialGone(event.credential().get());
        } else {
            OptionalInt owner =
                    event.user().isPresent() ? OptionalInt.of(event.user().get().index()) : OptionalInt.empty();
            memory.heardCredentialHere(event.credential().get(), owner);
        }
    }

    /** The code of a lock's own menu is no credential, but for locks that keep it among them. */
    private boolean isOfTheMenu(Credential place) {
        return place.type() == CredentialType.PROGRAMMING_PIN
                && memory.slots().credentialAt(place).isEmpty();
    }

    // The kept name goes in the queue's turn, and only if it is still the one of before: an operation may have put a
    // new user there meanwhile.
    private void nameIsNobodys(int index) {
        Optional<UserRecord> record = desk.users().find(index, UserRecord.State.PRESENT);
        record.ifPresent(stale -> desk.queue()
                .submit(
                        desk.context().operationTimeout(),
                        turn -> {
                            if (desk.users()
                                    .find(index)
                                    .filter(now -> now == stale)
                                    .isPresent()) {
                                desk.users().forget(index);
                            }
                            return CompletableFuture.completedFuture(List.of());
                        },
                        () -> {}));
    }

    private Optional<Actor> actor(Optional<Actor> told, Optional<Credential> credential) {
        return told.or(() -> credential
                        .flatMap(memory.slots()::credentialAt)
                        .map(SlotState::userIndex)
                        .filter(OptionalInt::isPresent)
                        .map(owner -> new Actor(owner.getAsInt(), Optional.empty())))
                .map(this::named);
    }

    private Actor named(Actor actor) {
        return actor.name().isPresent() ? actor : new Actor(actor.index(), memory.lastName(actor.index()));
    }
}
