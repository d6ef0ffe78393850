package org.lockcredentials.matter.lock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialRule;
import org.lockcredentials.Occupancy;
import org.lockcredentials.SlotState;
import org.lockcredentials.User;
import org.lockcredentials.UserType;
import org.lockcredentials.matter.cluster.doorlock.CredentialStruct;
import org.lockcredentials.matter.cluster.doorlock.GetCredentialStatus;
import org.lockcredentials.matter.cluster.doorlock.GetUser;
import org.lockcredentials.matter.cluster.doorlock.GetUserResponse;
import org.lockcredentials.matter.cluster.doorlock.UserStatus;
import org.lockcredentials.spi.LockContents;
import org.lockcredentials.spi.UserState;

/** Reads users and credentials: GetUser, chained by the next index that is taken, and GetCredentialStatus. */
final class UserReader {

    private final LockEndpoint lock;
    private final int max;
    private final KnownUsers known;

    UserReader(LockEndpoint lock, int max, KnownUsers known) {
        this.lock = lock;
        this.max = max;
        this.known = known;
    }

    CompletableFuture<LockContents> readAll() {
        known.forgetAll();
        return readFrom(1, new ArrayList<>(), new HashSet<>(), new HashSet<>());
    }

    private CompletableFuture<LockContents> readFrom(
            int index, List<User> users, Set<Integer> unknown, Set<Credential> theirs) {
        return ask(index).thenCompose(told -> {
            UserState state = state(index, told);
            state.user().ifPresent(users::add);
            if (state.occupancy() == Occupancy.UNKNOWN) {
                unknown.add(index);
                told.credentials().forEach(each -> Terms.place(each).ifPresent(theirs::add));
            }
            Optional<Integer> next = next(index, told);
            return next.isPresent()
                    ? readFrom(next.get(), users, unknown, theirs)
                    : CompletableFuture.completedFuture(new LockContents(users, unknown, theirs));
        });
    }

    /**
     * Whom to ask for next: who is named, or, by a lock that names one behind us, the very next one, since then nothing is told of those between.
     * Beyond the lock's own range there is nobody to ask for.
     */
    private Optional<Integer> next(int index, GetUserResponse told) {
        return told.nextUserIndex().map(each -> Math.max(each, index + 1)).filter(each -> each <= max);
    }

    CompletableFuture<UserState> readUser(int index) {
        return ask(index).thenApply(told -> state(index, told));
    }

    CompletableFuture<SlotState> readCredential(Credential place) {
        return Terms.of(place.type())
                .map(type -> lock.invoke(new GetCredentialStatus(CredentialStruct.of(type, place.slot())))
                        .thenApply(told -> told.credentialExists()
                                ? new SlotState(
                                        place,
                                        Occupancy.OCCUPIED,
                                        told.userIndex().map(OptionalInt::of).orElseGet(OptionalInt::empty))
                                : SlotState.free(place)))
                .orElseGet(() -> Failures.unsupported("credentials of type " + place.type()));
    }

    private CompletableFuture<GetUserResponse> ask(int index) {
        return lock.invoke(new GetUser(index)).thenApply(told -> {
            if (told.userStatus().filter(UserReader::isThere).isPresent()) {
                known.saw(told);
            } else {
                known.forget(index);
            }
            return told;
        });
    }

    private static UserState state(int index, GetUserResponse told) {
        if (told.userStatus().isPresent()) {
            return isThere(told.userStatus().get()) ? UserState.of(user(index, told)) : UserState.free();
        }
        // A status of a later revision reads as none at all; a user of whom anything else is told is no free index.
        boolean silent = told.userName().filter(name -> !name.isEmpty()).isEmpty()
                && told.userType().isEmpty()
                && told.credentials().isEmpty()
                && told.creatorFabricIndex().isEmpty();
        return silent ? UserState.free() : UserState.unknown();
    }

    private static boolean isThere(UserStatus status) {
        return status != UserStatus.AVAILABLE;
    }

    private static User user(int index, GetUserResponse told) {
        return new User(
                index,
                told.userName().filter(name -> !name.isEmpty()),
                told.userStatus().filter(UserStatus.OCCUPIED_ENABLED::equals).isPresent(),
                told.userType().map(Terms::of).orElse(UserType.GENERAL),
                told.credentialRule().map(Terms::of).orElse(CredentialRule.SINGLE),
                told.credentials().stream()
                        .flatMap(each -> Terms.place(each).stream())
                        .toList(),
                List.of(),
                told.creatorFabricIndex().map(UserReader::fabric),
                told.lastModifiedFabricIndex().map(UserReader::fabric));
    }

    private static String fabric(int index) {
        return "fabric " + index;
    }
}
