package org.lockcredentials.zwave.lock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Credential;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.SlotState;
import org.lockcredentials.User;
import org.lockcredentials.UserType;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.LockContents;
import org.lockcredentials.spi.UserState;
import org.lockcredentials.zwave.command.usercredential.CredentialRecord;
import org.lockcredentials.zwave.command.usercredential.CredentialType;
import org.lockcredentials.zwave.command.usercredential.DatabaseChecksum;
import org.lockcredentials.zwave.command.usercredential.ModifierType;
import org.lockcredentials.zwave.command.usercredential.StoredCredential;
import org.lockcredentials.zwave.command.usercredential.UserProperties;
import org.lockcredentials.zwave.command.usercredential.UserRecord;

/**
 * Reads users and credentials along the chains in their reports, each of which names the next one there is, so that reading
 * costs what is occupied (User Credential CC v1, User Get, Credential Get).
 */
final class UserCredentialReader {

    private static final int FIRST = 0;
    private static final int ANY_USER = 0;

    private record Stored(int userId, CredentialType type, int slot) {}

    private final LockEndpoint lock;
    private final int supportedUsers;
    private final ChecksumLedger ledger;
    /** Users of a type or rule that the model has no word for. */
    private final Set<Integer> beyondWords = new HashSet<>();

    /** @param ledger takes note of what is read whole */
    UserCredentialReader(LockEndpoint lock, int supportedUsers, ChecksumLedger ledger) {
        this.lock = lock;
        this.supportedUsers = supportedUsers;
        this.ledger = ledger;
    }

    CompletableFuture<LockContents> readAll() {
        ChecksumLedger read = new ChecksumLedger();
        return users(FIRST, new ArrayList<>(), read)
                .thenCompose(users -> users.isEmpty()
                        ? CompletableFuture.completedFuture(contents(users, List.of()))
                        : credentials(ANY_USER, CredentialType.NONE, FIRST, new ArrayList<>(), new HashSet<>(), read)
                                .thenApply(credentials -> contents(users, credentials)))
                .thenApply(contents -> {
                    ledger.replace(read);
                    return contents;
                });
    }

    CompletableFuture<UserState> readUser(int index) {
        return lock.channel().get(new UserRecord.Get(index)).thenCompose(report -> {
            if (!exists(report)) {
                return CompletableFuture.completedFuture(UserState.free());
            }
            ChecksumLedger unused = new ChecksumLedger();
            return credentials(index, CredentialType.NONE, FIRST, new ArrayList<>(), new HashSet<>(), unused)
                    .thenApply(credentials -> UserState.of(user(report).withCredentials(places(credentials))));
        });
    }

    CompletableFuture<SlotState> readCredential(Credential place, CredentialType type) {
        return lock.channel()
                .get(new CredentialRecord.Get(ANY_USER, type, place.slot()))
                .thenApply(report -> {
                    report.data().wipe();
                    return exists(report) ? SlotState.occupied(place, report.userId()) : SlotState.free(place);
                });
    }

    CompletableFuture<Optional<Boolean>> holds(CredentialWrite wanted, CredentialType type) {
        return lock.channel()
                .get(new CredentialRecord.Get(ANY_USER, type, wanted.place().slot()))
                .thenApply(report -> {
                    try {
                        return holds(report, wanted);
                    } finally {
                        report.data().wipe();
                    }
                });
    }

    /** The data itself for the caller to wipe, if the lock shows it. */
    CompletableFuture<Optional<Secret>> reveal(Credential place, CredentialType type) {
        return lock.channel()
                .get(new CredentialRecord.Get(ANY_USER, type, place.slot()))
                .thenApply(report -> {
                    if (exists(report) && report.readBack()) {
                        return Optional.of(report.data());
                    }
                    report.data().wipe();
                    return Optional.empty();
                });
    }

    /** Whether the lock shows just this data in some slot of that type. */
    CompletableFuture<Boolean> shows(CredentialType type, Secret data) {
        return shows(type, FIRST, data, new HashSet<>());
    }

    private CompletableFuture<Boolean> shows(CredentialType type, int slot, Secret data, Set<Integer> seen) {
        return lock.channel()
                .get(new CredentialRecord.Get(ANY_USER, type, slot))
                .thenCompose(report -> {
                    boolean same =
                            exists(report) && report.readBack() && report.data().equals(data);
                    report.data().wipe();
                    boolean goesOn = report.nextSlot() != 0 && report.nextType().equals(type);
                    return !same && goesOn && seen.add(report.nextSlot())
                            ? shows(type, report.nextSlot(), data, seen)
                            : CompletableFuture.completedFuture(same);
                });
    }

    private static Optional<Boolean> holds(CredentialRecord.Report report, CredentialWrite wanted) {
        if (!exists(report) || report.userId() != wanted.userIndex()) {
            return Optional.of(false);
        }
        return report.readBack() ? Optional.of(report.data().equals(wanted.secret())) : Optional.empty();
    }

    /** The user's own record, or empty if there is no such user. */
    CompletableFuture<Optional<UserProperties>> properties(int index) {
        return lock.channel()
                .get(new UserRecord.Get(index))
                .thenApply(report -> exists(report) ? Optional.of(report.properties()) : Optional.empty());
    }

    private CompletableFuture<List<User>> users(int from, List<User> found, ChecksumLedger read) {
        return lock.channel().get(new UserRecord.Get(from)).thenCompose(report -> {
            if (exists(report)) {
                found.add(user(report));
                read.user(report.userId(), DatabaseChecksum.piece(report.userId(), report.properties()));
            }
            int next = report.nextUserId();
            if (next == 0) {
                return CompletableFuture.completedFuture(found);
            }
            lock.progress("users", report.userId(), supportedUsers);
            return next > report.userId() ? users(next, found, read) : circle();
        });
    }

    private CompletableFuture<List<Stored>> credentials(
            int user, CredentialType type, int slot, List<Stored> found, Set<Stored> seen, ChecksumLedger read) {
        return lock.channel().get(new CredentialRecord.Get(user, type, slot)).thenCompose(report -> {
            if (exists(report)) {
                found.add(new Stored(report.userId(), report.credentialType(), report.slot()));
                StoredCredential stored = new StoredCredential(report.credentialType(), report.slot(), report.data());
                read.credential(
                        report.userId(), report.credentialType(), report.slot(), DatabaseChecksum.piece(stored));
            }
            report.data().wipe();
            if (report.nextSlot() == 0) {
                return CompletableFuture.completedFuture(found);
            }
            lock.progress("credentials", found.size(), found.size() + 1);
            boolean isNew = seen.add(new Stored(ANY_USER, report.nextType(), report.nextSlot()));
            return isNew ? credentials(user, report.nextType(), report.nextSlot(), found, seen, read) : circle();
        });
    }

    /** What was not reached would otherwise pass for free. */
    private static <T> CompletableFuture<T> circle() {
        return Failures.failed(Reason.REJECTED, "the lock's list of what it holds runs in a circle");
    }

    private static LockContents contents(List<User> users, List<Stored> stored) {
        Map<Integer, List<Stored>> byUser = new HashMap<>();
        stored.forEach(each ->
                byUser.computeIfAbsent(each.userId(), user -> new ArrayList<>()).add(each));
        List<User> complete = users.stream()
                .map(user -> user.withCredentials(
                        places(Optional.ofNullable(byUser.remove(user.index())).orElse(List.of()))))
                .toList();
        Set<Credential> nobodys = new HashSet<>();
        byUser.values().forEach(each -> nobodys.addAll(places(each)));
        return new LockContents(complete, Set.of(), nobodys);
    }

    private static List<Credential> places(List<Stored> stored) {
        return stored.stream()
                .flatMap(each -> Terms.place(each.type(), each.slot()).stream())
                .toList();
    }

    /** False if the user's type or rule would be lost in being written back from what the model says of it. */
    boolean isExpressible(int userIndex) {
        return !beyondWords.contains(userIndex);
    }

    private User user(UserRecord.Report report) {
        UserProperties properties = report.properties();
        String name = properties.name().text();
        if (Terms.of(properties.type()).isEmpty() || Terms.of(properties.rule()).isEmpty()) {
            beyondWords.add(report.userId());
        } else {
            beyondWords.remove(report.userId());
        }
        return new User(
                report.userId(),
                name.isEmpty() ? Optional.empty() : Optional.of(name),
                properties.active(),
                Terms.of(properties.type()).orElse(UserType.GENERAL),
                Terms.of(properties.rule()).orElse(org.lockcredentials.CredentialRule.SINGLE),
                List.of(),
                List.of(),
                Optional.empty(),
                Terms.author(report.modifier()));
    }

    private static boolean exists(UserRecord.Report report) {
        return report.userId() != 0 && !report.modifier().type().equals(ModifierType.DOES_NOT_EXIST);
    }

    private static boolean exists(CredentialRecord.Report report) {
        return report.slot() != 0 && !report.modifier().type().equals(ModifierType.DOES_NOT_EXIST);
    }
}
