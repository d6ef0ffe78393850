package org.lockcredentials.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Capabilities.Enabling;
import org.lockcredentials.Capabilities.Feature;
import org.lockcredentials.Capabilities.ReadBack;
import org.lockcredentials.Capabilities.UserModel;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialRule;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Finding;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.LockInfo;
import org.lockcredentials.LockTags;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.SlotState;
import org.lockcredentials.User;
import org.lockcredentials.UserType;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.LockContents;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.spi.UserState;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.spi.WriteMode;

/**
 * A strict lock in memory, whose answers a test can spoil one by one. Safe for use by several threads; two calls at once are
 * noted as a violation, as is every write to what is another user's.
 */
public final class ScriptedDriver implements LockDriver {

    /** What becomes of one call. */
    public enum Fault {
        NONE,
        /** It never reached the lock, and that is certain. */
        UNREACHABLE,
        /** It never reached the lock, and nobody knows. */
        LOST_BEFORE,
        /** The lock did it, and the answer is lost. */
        LOST_AFTER,
        /** The lock refuses. */
        REFUSED,
        /** Somebody at the keypad is faster: the place is taken when the write arrives. */
        RACED,
        /** Nothing is ever heard of it. */
        SILENT
    }

    private final LockId id;
    private final Capabilities capabilities;
    private final Map<Integer, User> users = new TreeMap<>();
    private final Map<Credential, Held> codes = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private BiFunction<Integer, String, Fault> script = (count, call) -> Fault.NONE;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
    private List<Finding> objections = List.of();
    private int strangers;
    private long changes;
    private OptionalLong expected = OptionalLong.empty();

    public ScriptedDriver(LockId id, Capabilities capabilities) {
        this.id = id;
        this.capabilities = capabilities;
    }

    private record Held(int user, byte[] code) {}

    /** A lock with users and PINs apart, 4 to 8 digits, names up to 10 characters. */
    public static Capabilities separate(int users, int slots) {
        return capabilities(users, slots, 10, UserModel.SEPARATE, ReadBack.PRESENCE, Enabling.NATIVE);
    }

    /** A lock whose slots are its users. */
    public static Capabilities slotIsUser(int slots, ReadBack readBack, Enabling enabling) {
        return capabilities(slots, slots, 0, UserModel.SLOT_IS_USER, readBack, enabling);
    }

    public static Capabilities capabilities(
            int users, int slots, int nameLength, UserModel model, ReadBack readBack, Enabling enabling) {
        return new Capabilities(
                new Capabilities.Users(
                        users,
                        nameLength,
                        EnumSet.of(UserType.GENERAL, UserType.EXPIRING),
                        EnumSet.of(CredentialRule.SINGLE),
                        model),
                Map.of(CredentialType.PIN, new Capabilities.Credentials(slots, 4, 8, 2, true, false, readBack)),
                Map.of(),
                enabling,
                Set.of(Feature.CHECKSUM));
    }

    /** Decides what becomes of each call, by its number from 1 and its name. */
    public synchronized void script(BiFunction<Integer, String, Fault> faults) {
        script = faults;
    }

    /** What it has against every user and schedule from now on. */
    public synchronized void object(Finding... findings) {
        objections = List.of(findings);
    }

    public synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    /** The names of the calls so far. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    public synchronized void forgetCalls() {
        calls.clear();
    }

    /** What the lock really holds. */
    public synchronized List<User> truth() {
        return users.values().stream().map(this::withCodes).toList();
    }

    /** The code really held at a place. */
    public synchronized Optional<String> code(Credential place) {
        return Optional.ofNullable(codes.get(place)).map(held -> new String(held.code()));
    }

    /** Somebody at the keypad puts a user with a code on the lock. */
    public synchronized void stranger(int index, Credential place, String code) {
        users.put(index, User.general(index, Optional.of("stranger" + ++strangers)));
        codes.put(place, new Held(index, code.getBytes()));
        changes++;
    }

    /** Somebody at the keypad deletes a user. */
    public synchronized void deletedAtKeypad(int index) {
        drop(index);
    }

    @Override
    public LockInfo info() {
        return new LockInfo(id, "scripted", Optional.empty(), Optional.empty(), true, LockTags.none());
    }

    @Override
    public CompletableFuture<Capabilities> capabilities() {
        return CompletableFuture.completedFuture(capabilities);
    }

    @Override
    public synchronized List<Finding> objections(UserUpdate user, List<Schedule> schedules) {
        return objections;
    }

    @Override
    public CompletableFuture<LockContents> readAll() {
        return call("readAll", () -> {
            expected = OptionalLong.of(changes);
            boolean masked = isMasked();
            return new LockContents(
                    slotIsUser() && masked ? List.of() : truth(),
                    slotIsUser() && masked ? Set.copyOf(users.keySet()) : Set.of(),
                    masked ? new HashSet<>(codes.keySet()) : Set.of());
        });
    }

    @Override
    public CompletableFuture<OptionalLong> checksum() {
        return call("checksum", () -> OptionalLong.of(changes));
    }

    @Override
    public synchronized CompletableFuture<OptionalLong> expectedChecksum() {
        return CompletableFuture.completedFuture(expected);
    }

    @Override
    public CompletableFuture<UserState> readUser(int index) {
        return call("readUser", () -> {
            User user = users.get(index);
            if (user == null) {
                return UserState.free();
            }
            return slotIsUser() && isMasked() ? UserState.unknown() : UserState.of(withCodes(user));
        });
    }

    @Override
    public CompletableFuture<SlotState> readCredential(Credential place) {
        return call("readCredential", () -> {
            Held held = codes.get(place);
            if (held == null) {
                return SlotState.free(place);
            }
            return isMasked() ? SlotState.unknown(place) : SlotState.occupied(place, held.user());
        });
    }

    @Override
    public CompletableFuture<Optional<Boolean>> holds(CredentialWrite credential) {
        return call("holds", () -> {
            Held held = codes.get(credential.place());
            if (held != null && readBack() != ReadBack.DATA) {
                return Optional.empty();
            }
            return Optional.of(held != null
                    && held.user() == credential.userIndex()
                    && credential.secret().equals(Secret.of(held.code())));
        });
    }

    @Override
    public CompletableFuture<Optional<Secret>> reveal(Credential place) {
        return call(
                "reveal",
                () -> Optional.ofNullable(codes.get(place))
                        .filter(held -> readBack() == ReadBack.DATA)
                        .map(held -> Secret.of(held.code())));
    }

    @Override
    public CompletableFuture<Outcome> writeUser(WriteMode mode, UserWrite write) {
        int index = write.user().index();
        return write("writeUser " + mode, () -> takeUser(index), () -> {
            User before = users.get(index);
            if (mode == WriteMode.ADD && before != null) {
                throw refuse(Reason.OCCUPIED);
            }
            if (mode == WriteMode.MODIFY && before == null) {
                throw refuse(Reason.NOT_FOUND);
            }
            if (mode == WriteMode.MODIFY && isStranger(before)) {
                violations.add("changed a stranger at " + index);
            }
            if (index < 1 || index > capabilities.users().max()) {
                throw refuse(Reason.REJECTED);
            }
            users.put(index, write.user().withCredentials(List.of()));
            return Outcome.CONFIRMED;
        });
    }

    @Override
    public CompletableFuture<Outcome> setEnabled(int index, boolean enabled) {
        return write("setEnabled", () -> {}, () -> {
            User user = users.get(index);
            if (user == null) {
                throw refuse(Reason.NOT_FOUND);
            }
            if (user.enabled() == enabled) {
                return Outcome.NO_CHANGE;
            }
            users.put(index, user.withEnabled(enabled));
            return Outcome.CONFIRMED;
        });
    }

    @Override
    public CompletableFuture<Outcome> deleteUser(int index) {
        return write("deleteUser", () -> {}, () -> {
            if (!users.containsKey(index)) {
                return Outcome.NO_CHANGE;
            }
            if (isStranger(users.get(index))) {
                violations.add("deleted a stranger at " + index);
            }
            drop(index);
            return Outcome.CONFIRMED;
        });
    }

    @Override
    public CompletableFuture<Outcome> deleteAllUsers() {
        return write("deleteAllUsers", () -> {}, () -> {
            users.clear();
            codes.clear();
            return Outcome.CONFIRMED;
        });
    }

    @Override
    public CompletableFuture<Outcome> writeCredential(WriteMode mode, CredentialWrite write) {
        Credential place = write.place();
        byte[] code = write.secret().use(byte[]::clone);
        return write("writeCredential " + mode, () -> takeSlot(place), () -> {
            Held before = codes.get(place);
            if (mode == WriteMode.ADD && before != null) {
                throw refuse(Reason.OCCUPIED);
            }
            if (mode == WriteMode.MODIFY && before == null) {
                throw refuse(Reason.NOT_FOUND);
            }
            if (mode == WriteMode.MODIFY && before.user() != write.userIndex()) {
                violations.add("took " + place + " from user " + before.user());
            }
            if (!slotIsUser() && !users.containsKey(write.userIndex())) {
                throw refuse(Reason.NOT_FOUND);
            }
            if (before != null && Arrays.equals(before.code(), code)) {
                return Outcome.NO_CHANGE;
            }
            if (codes.values().stream().anyMatch(held -> Arrays.equals(held.code(), code))) {
                throw refuse(Reason.DUPLICATE);
            }
            codes.put(place, new Held(write.userIndex(), code));
            if (slotIsUser() && before == null) {
                users.put(place.slot(), User.general(place.slot(), Optional.empty()));
            }
            return isMasked() ? Outcome.UNVERIFIED : Outcome.CONFIRMED;
        });
    }

    @Override
    public CompletableFuture<Outcome> deleteCredential(int userIndex, Credential place) {
        return write("deleteCredential", () -> {}, () -> {
            if (codes.remove(place) == null) {
                return Outcome.NO_CHANGE;
            }
            if (slotIsUser()) {
                users.remove(place.slot());
            }
            return Outcome.CONFIRMED;
        });
    }

    private CompletableFuture<Outcome> write(String name, Runnable race, Supplier<Outcome> effect) {
        return answer(name, race, () -> {
            long before = changes;
            Outcome outcome = effect.get();
            if (outcome != Outcome.NO_CHANGE) {
                changes++;
            }
            if (expected.isPresent()) {
                expected = OptionalLong.of(expected.getAsLong() + changes - before);
            }
            return outcome;
        });
    }

    private <T> CompletableFuture<T> call(String name, Supplier<T> question) {
        return answer(name, () -> {}, question);
    }

    private synchronized <T> CompletableFuture<T> answer(String name, Runnable race, Supplier<T> effect) {
        if (!last.isDone()) {
            violations.add("called " + name + " beside another call");
        }
        calls.add(name);
        Fault fault = script.apply(calls.size(), name);
        CompletableFuture<T> answer = new CompletableFuture<>();
        last = fault == Fault.SILENT ? CompletableFuture.completedFuture(null) : answer;
        try {
            switch (fault) {
                case NONE -> answer.complete(effect.get());
                case UNREACHABLE -> throw refuse(Reason.UNREACHABLE);
                case LOST_BEFORE -> throw refuse(Reason.TIMEOUT);
                case LOST_AFTER -> {
                    effect.get();
                    throw refuse(Reason.TIMEOUT);
                }
                case REFUSED -> throw refuse(Reason.REJECTED);
                case RACED -> {
                    race.run();
                    answer.complete(effect.get());
                }
                case SILENT -> {}
            }
        } catch (LockCredentialException failure) {
            boolean refusedAnyway = fault == Fault.LOST_AFTER;
            answer.completeExceptionally(refusedAnyway ? refuse(Reason.TIMEOUT) : failure);
        }
        return answer;
    }

    private void takeUser(int index) {
        if (!users.containsKey(index)) {
            users.put(index, User.general(index, Optional.of("stranger" + ++strangers)));
            changes++;
        }
    }

    private void takeSlot(Credential place) {
        if (!codes.containsKey(place)) {
            int owner = slotIsUser() ? place.slot() : capabilities.users().max();
            if (!users.containsKey(owner)) {
                users.put(owner, User.general(owner, Optional.of("stranger" + ++strangers)));
            }
            codes.put(place, new Held(owner, ("99" + String.format("%06d", ++strangers)).getBytes()));
            changes++;
        }
    }

    private static boolean isStranger(User user) {
        return user.name().filter(name -> name.startsWith("stranger")).isPresent();
    }

    private void drop(int index) {
        users.remove(index);
        codes.values().removeIf(held -> held.user() == index);
        changes++;
    }

    private User withCodes(User user) {
        List<Credential> own = codes.entrySet().stream()
                .filter(code -> code.getValue().user() == user.index())
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparingInt(Credential::slot))
                .toList();
        return user.withCredentials(own);
    }

    private boolean slotIsUser() {
        return capabilities.users().model() == UserModel.SLOT_IS_USER;
    }

    private ReadBack readBack() {
        return capabilities.credentials(CredentialType.PIN).orElseThrow().readBack();
    }

    private boolean isMasked() {
        return readBack() == ReadBack.MASKED;
    }

    private static LockCredentialException refuse(Reason reason) {
        return new LockCredentialException(reason, "scripted");
    }
}
