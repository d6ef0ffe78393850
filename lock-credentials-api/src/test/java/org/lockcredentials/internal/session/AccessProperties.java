package org.lockcredentials.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lockcredentials.AccessGrant;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Capabilities.ReadBack;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.schedule.ScheduleKind;
import org.lockcredentials.simulation.AuditTrail;
import org.lockcredentials.simulation.Fault;
import org.lockcredentials.simulation.LockRequest;
import org.lockcredentials.simulation.SimulatedLock;
import org.lockcredentials.simulation.SimulatedLockBuilder;
import org.lockcredentials.simulation.Trait;

/**
 * Whatever is lost, refused, changed at the keypad or not kept by the store: what opens is led to by a key, no two keys lead to one user, and
 * when all is well again every key can be finished and removed.
 */
class AccessProperties {

    private static final int KEYS = 4;

    /** The key whose access is for a day that is far off. */
    private static final int BY_HOURS = 3;

    private static final Schedule FAR_OFF = new Schedule.YearDay(
            LocalDateTime.of(2040, 1, 1, 0, 0), LocalDateTime.of(2040, 1, 2, 0, 0), ZoneOffset.UTC);

    /** One thing that the host does, or somebody at the door, or fate. */
    enum Deed {
        ADD,
        RENAME,
        REMOVE,
        DELETE_USER,
        KEEP_USER,
        SET_CODE,
        LIST,
        MISFORTUNE,
        STORE_FAILS,
        RESTART,
        KEYPAD_ADDS,
        KEYPAD_DELETES_USER,
        KEYPAD_DELETES_CODE,
        KEYPAD_RENAMES
    }

    record Step(Deed deed, int who, LockRequest request, Fault fault, int nth) {}

    enum Kind {
        STRICT(SimulatedLock.strictMatter("1", "door"), true),
        DUPLICATE_OF_ITSELF(
                SimulatedLock.strictMatter("1", "door")
                        .traits(Trait.DUPLICATE_OF_ITSELF, Trait.USER_ENDS_WITH_LAST_CREDENTIAL),
                true),
        USER_CREDENTIAL(SimulatedLock.userCredential("1", "door"), true),
        NAMELESS(SimulatedLock.userCredential("1", "door").users(50, 0).readBack(ReadBack.PRESENCE), true),
        USER_CODE(SimulatedLock.userCode("1", "door").schedules(ScheduleKind.YEAR_DAY, 2), false),
        MASKED(
                SimulatedLock.userCode("1", "door").readBack(ReadBack.MASKED).schedules(ScheduleKind.YEAR_DAY, 2),
                false);

        private final SimulatedLockBuilder builder;
        private final boolean separate;

        Kind(SimulatedLockBuilder builder, boolean separate) {
            this.builder = builder.wrongCodeLimit(1_000_000);
            this.separate = separate;
        }

        boolean named() {
            return separate && this != NAMELESS;
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<LockRequest> requests = Arbitraries.of(
                LockRequest.WRITE_USER,
                LockRequest.WRITE_CREDENTIAL,
                LockRequest.WRITE_SCHEDULES,
                LockRequest.DELETE_USER,
                LockRequest.DELETE_CREDENTIAL,
                LockRequest.READ_USER);
        Arbitrary<Fault> faults = Arbitraries.of(
                Fault.loseAnswerAfter(), Fault.loseAnswerBefore(), Fault.refuse(7), Fault.unreachable(), Fault.never());
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(6, Arbitraries.of(Deed.ADD, Deed.REMOVE, Deed.MISFORTUNE)),
                                net.jqwik.api.Tuple.of(5, Arbitraries.of(Deed.class))),
                        Arbitraries.integers().between(1, KEYS),
                        requests,
                        faults,
                        Arbitraries.integers().between(1, 3))
                .as(Step::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(25);
    }

    @Property(tries = 600)
    void whatOpensIsLedToAndEveryKeyEndsWell(@ForAll Kind kind, @ForAll("steps") List<Step> steps) {
        Run run = new Run(kind);
        for (Step step : steps) {
            run.take(step);
            run.check();
        }
        run.end();
    }

    private static AccessKey key(int who) {
        return new AccessKey("test", "k" + who);
    }

    private static Secret code(int who) {
        return Secret.of("0" + (1000 + who));
    }

    private static AccessRequest request(int who, String name) {
        AccessRequest.Builder request =
                AccessRequest.builder(key(who)).name(name).pin(code(who));
        return (who == BY_HOURS ? request.schedule(FAR_OFF) : request).build();
    }

    /** One lock, one host and what they went through. */
    private static final class Run {
        private final Kind kind;
        private final SimulatedLock lock;
        private final List<String> past = new ArrayList<>();
        private Door door;
        private boolean interfered;
        private int strangers;
        private List<AuditTrail.Entry> spared = List.of();

        private Run(Kind kind) {
            this.kind = kind;
            this.lock = kind.builder.build();
            this.door = new Door(lock);
        }

        void take(Step step) {
            int who = step.who();
            switch (step.deed()) {
                case ADD -> host(step.deed() + " " + who, () -> door.access().add(request(who, "n" + who)));
                case RENAME -> host(step.deed() + " " + who, () -> door.access().change(request(who, "m" + who)));
                case REMOVE -> host(step.deed() + " " + who, () -> door.access().remove(key(who)));
                case DELETE_USER -> {
                    host(step.deed() + " " + who, () -> door.session().users().delete(who));
                    // By index, whoever it is: as the host wants it.
                    spared = harmed();
                }
                case KEEP_USER ->
                    host(
                            step.deed() + "",
                            () -> door.session()
                                    .users()
                                    .set(UserUpdate.builder().name("kept").build()));
                case SET_CODE ->
                    host(
                            step.deed() + " " + who,
                            () -> door.session()
                                    .users()
                                    .list()
                                    .thenCompose(users -> users.stream()
                                            .filter(user -> user.name().equals(Optional.of("kept")))
                                            .findFirst()
                                            .map(user -> door.session()
                                                    .credentials()
                                                    .set(
                                                            user.index(),
                                                            NewCredential.pin(Secret.of("770" + user.index()))))
                                            .orElseGet(() -> CompletableFuture.completedFuture(
                                                    Receipt.of(lock.id(), org.lockcredentials.Outcome.NO_CHANGE)))));
                case LIST -> host("LIST", () -> door.session().users().list());
                case MISFORTUNE -> {
                    past.add(step.nth() + ". " + step.request() + " meets " + step.fault());
                    lock.faults().nth(step.request(), step.nth(), step.fault());
                }
                case STORE_FAILS -> {
                    past.add("store fails at write " + step.nth());
                    int[] left = {step.nth()};
                    door.store.beforeWrite(() -> {
                        if (left[0]-- == 1) {
                            throw new LockCredentialException(Reason.REJECTED, "the disk is full");
                        }
                    });
                }
                case RESTART -> {
                    past.add("RESTART");
                    door.store.beforeWrite(() -> {});
                    door = door.restarted();
                }
                case KEYPAD_ADDS, KEYPAD_DELETES_USER, KEYPAD_DELETES_CODE, KEYPAD_RENAMES -> keypad(step);
            }
        }

        private void keypad(Step step) {
            int index = step.who();
            boolean finished = door.get(door.access().list()).stream()
                    .allMatch(grant -> grant.userIndex() != index || grant.state() == AccessGrant.State.ACTIVE);
            if (!finished) {
                // Whoever is at the index of an unfinished key is told by the name, and by nothing else.
                return;
            }
            past.add(step.deed() + " " + index);
            interfered = true;
            try {
                switch (step.deed()) {
                    case KEYPAD_ADDS -> {
                        if (kind.separate) {
                            lock.menu().addUser(User.general(index, Optional.of("stranger")));
                        }
                        lock.menu().addCredential(index, Bench.pin(index), Secret.of("88" + 100 + strangers++));
                    }
                    case KEYPAD_DELETES_USER -> lock.menu().deleteUser(index);
                    case KEYPAD_DELETES_CODE -> lock.menu().deleteCredential(index, Bench.pin(index));
                    default -> lock.menu().changeUser(User.general(index, Optional.of("renamed")));
                }
            } catch (LockCredentialException forbidden) {
                past.add("... forbidden");
            }
        }

        private void host(String what, Supplier<CompletableFuture<?>> deed) {
            CompletableFuture<?> done = deed.get();
            door.time.advance(Bench.TIMEOUT.plusSeconds(1));
            assertTrue(done.isDone(), () -> what + " never ended");
            past.add(what + (done.isCompletedExceptionally() ? " -> " + door.failure(done) : " -> " + done.join()));
        }

        void check() {
            List<AccessGrant> grants = door.get(door.access().list());
            Set<Integer> users = new HashSet<>();
            for (AccessGrant grant : grants) {
                assertTrue(users.add(grant.userIndex()), () -> "two keys lead to one user: " + grants + this);
            }
            for (int who = 1; who <= KEYS; who++) {
                boolean led = has(grants, who);
                int asked = who;
                if (!led) {
                    assertFalse(lock.enterCode(code(who)), () -> "nothing leads to the code of " + asked + this);
                }
            }
            if (kind.separate) {
                assertFalse(lock.enterCode(code(BY_HOURS)), () -> "a code opens before its time" + this);
            }
            if (kind.named()) {
                assertEquals(spared, harmed(), this::toString);
            }
        }

        void end() {
            door.store.beforeWrite(() -> {});
            lock.faults().clear();
            past.add("all is well again");
            for (int who = 1; who <= KEYS; who++) {
                int asked = who;
                CompletableFuture<Receipt> adding = door.access().add(request(who, "n" + who));
                door.time.advance(Bench.TIMEOUT);
                past.add("ADD " + who);
                if (adding.isCompletedExceptionally()) {
                    assertTrue(interfered, () -> "cannot be finished: " + door.failure(adding) + this);
                } else if (!interfered && (who != BY_HOURS)) {
                    assertTrue(lock.enterCode(code(who)), () -> "does not open: " + asked + this);
                }
                check();
            }
            for (int who = 1; who <= KEYS; who++) {
                CompletableFuture<Receipt> removal = door.access().remove(key(who));
                door.time.advance(Bench.TIMEOUT);
                past.add("REMOVE " + who);
                assertTrue(
                        interfered || !removal.isCompletedExceptionally(),
                        () -> "cannot be removed: " + door.failure(removal) + this);
                check();
            }
            if (!interfered) {
                assertEquals(List.of(), door.get(door.access().list()), this::toString);
            }
        }

        /** What the keypad made and the host wrote over or deleted. */
        private List<AuditTrail.Entry> harmed() {
            return lock.audit().entries().stream()
                    .filter(entry -> entry.writer().equals("sdk"))
                    .filter(entry -> entry.replaced()
                            .filter(owner -> owner.creator().equals("keypad"))
                            .isPresent())
                    .toList();
        }

        private static boolean has(List<AccessGrant> grants, int who) {
            return grants.stream().anyMatch(grant -> grant.key().equals(key(who)));
        }

        @Override
        public String toString() {
            return "\non " + kind + " after\n" + String.join("\n", past);
        }
    }
}
