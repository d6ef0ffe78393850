package org.lockcredentials.internal.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Reason;
import org.lockcredentials.SlotState;
import org.lockcredentials.User;
import org.lockcredentials.internal.queue.Turn;
import org.lockcredentials.internal.record.UserRecord;
import org.lockcredentials.spi.LockContents;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.spi.UserState;

/** Asks a lock what it holds, and remembers the answer. */
final class Survey {

    private final LockDesk desk;
    private final LockMemory memory;

    Survey(LockDesk desk) {
        this.desk = desk;
        this.memory = desk.memory();
    }

    /** All users as hosts see them: the lock's, with kept names, and those that only the SDK keeps. One question if nothing changed. */
    CompletableFuture<List<User>> users(Turn turn, Capabilities capabilities) {
        return current(turn, capabilities).thenApply(onLock -> {
            Map<Integer, User> all = new TreeMap<>();
            for (UserRecord kept : desk.users().all()) {
                if (!kept.is(UserRecord.State.PRESENT)) {
                    all.put(kept.index(), kept.user());
                }
            }
            // What the lock holds at a kept index is what counts there.
            onLock.forEach(user -> all.put(user.index(), desk.named(capabilities, user)));
            return List.copyOf(all.values());
        });
    }

    /** Reads all there is, unless that was done after {@code turn} was called. */
    CompletableFuture<Void> refresh(Turn turn, Capabilities capabilities) {
        return memory.wholeSince(turn.calledAt())
                ? CompletableFuture.allOf()
                : current(turn, capabilities).thenAccept(users -> {});
    }

    /** What is at a user index, from memory if the lock told it earlier. */
    CompletableFuture<UserState> user(Turn turn, Capabilities capabilities, int index) {
        Optional<User> known = memory.user(index);
        if (known.isPresent()) {
            return Shape.done(UserState.of(known.get()));
        }
        return memory.slots().userAt(index).filter(Occupancy.FREE::equals).isPresent()
                ? Shape.done(UserState.free())
                : readUser(turn, capabilities, index);
    }

    /** What is at a user index, by asking. */
    CompletableFuture<UserState> readUser(Turn turn, Capabilities capabilities, int index) {
        long stamp = memory.stamp();
        return turn.ask(driver -> driver.readUser(index)).thenApply(state -> {
            memory.learnUser(index, state, stamp);
            switch (state.occupancy()) {
                // The name belonged to a user that is gone; the next one at this index is somebody else.
                case FREE -> desk.users().forgetName(index);
                case OCCUPIED -> state.user().ifPresent(user -> noteName(capabilities, user));
                case UNKNOWN -> {}
            }
            return state;
        });
    }

    /** What is at a credential slot, from memory if the lock told it earlier. */
    CompletableFuture<SlotState> credential(Turn turn, Credential place) {
        return memory.slots()
                .credentialAt(place)
                .filter(state -> state.occupancy() != Occupancy.UNKNOWN)
                .map(Shape::done)
                .orElseGet(() -> readCredential(turn, place));
    }

    /** What is at a credential slot, by asking. */
    CompletableFuture<SlotState> readCredential(Turn turn, Credential place) {
        long stamp = memory.stamp();
        return turn.ask(driver -> driver.readCredential(place)).thenApply(state -> {
            memory.learnCredential(state, stamp);
            return state;
        });
    }

    /** The user, who must exist; of one whom the lock does not show, no more than the index. */
    CompletableFuture<Optional<User>> existing(Turn turn, Capabilities capabilities, int index) {
        return user(turn, capabilities, index)
                .thenCompose(state -> state.occupancy() == Occupancy.FREE
                        ? CompletableFuture.failedFuture(missing(index))
                        : Shape.done(state.user()));
    }

    static LockCredentialException missing(int index) {
        return new LockCredentialException(Reason.NOT_FOUND, "there is no user " + index);
    }

    private CompletableFuture<List<User>> current(Turn turn, Capabilities capabilities) {
        if (!capabilities.has(Capabilities.Feature.CHECKSUM)) {
            return readAll(turn, capabilities, OptionalLong.empty());
        }
        long stamp = memory.stamp();
        // Asked before reading: what changes meanwhile makes the next checksum differ.
        return turn.ask(LockDriver::checksum)
                .thenCompose(sum -> memory.all(sum)
                        .map(Shape::done)
                        .orElseGet(() -> afterOwnWrites(turn, sum, stamp)
                                .thenCompose(users ->
                                        users.map(Shape::done).orElseGet(() -> readAll(turn, capabilities, sum)))));
    }

    /** All users, if the lock's checksum shows that nobody wrote to it but we. */
    private CompletableFuture<Optional<List<User>>> afterOwnWrites(Turn turn, OptionalLong checksum, long stamp) {
        return turn.ask(LockDriver::expectedChecksum).thenApply(expected -> {
            if (expected.isPresent() && expected.equals(checksum)) {
                memory.confirm(checksum, stamp);
            }
            return memory.all(checksum);
        });
    }

    private CompletableFuture<List<User>> readAll(Turn turn, Capabilities capabilities, OptionalLong checksum) {
        long stamp = memory.stamp();
        return turn.ask(LockDriver::readAll).thenApply(contents -> {
            memory.learnAll(contents, capabilities.credentials().keySet(), checksum, stamp, desk.now());
            contents.users().forEach(user -> noteName(capabilities, user));
            dropNames(capabilities, contents);
            return contents.users();
        });
    }

    private void noteName(Capabilities capabilities, User user) {
        memory.nameIs(user.index(), desk.named(capabilities, user).name());
        if (Shape.keepsNames(capabilities)) {
            desk.users().putName(user.index(), user.name());
        }
    }

    private void dropNames(Capabilities capabilities, LockContents contents) {
        boolean slotIsUser = Shape.slotIsUser(capabilities);
        for (UserRecord record : desk.users().all()) {
            boolean there = contents.unknownUsers().contains(record.index())
                    || slotIsUser
                            && contents.unknownCredentials().stream().anyMatch(place -> place.slot() == record.index())
                    || contents.users().stream().anyMatch(user -> user.index() == record.index());
            if (!there) {
                desk.users().forgetName(record.index());
            }
        }
    }
}
