package org.lockcredentials.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lockcredentials.AccessGrant;
import org.lockcredentials.AccessKey;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Capabilities.Enabling;
import org.lockcredentials.Capabilities.ReadBack;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.testing.ScriptedDriver;
import org.lockcredentials.testing.ScriptedDriver.Fault;

/** Promises 1 and 2 under any interleaving of callers, keypad, refusals and lost answers. */
class SessionProperties {

    /** One thing that a caller, or somebody at the keypad, does. */
    enum Deed {
        ADD,
        REMOVE,
        SET_USER,
        SET_CODE,
        LIST,
        KEYPAD_ADDS,
        WAIT,
        RESTART
    }

    record Step(Deed deed, int who) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.of(Deed.class), Arbitraries.integers().between(1, 5))
                .as(Step::new);
        return step.list().ofMinSize(1).ofMaxSize(40);
    }

    @Provide
    Arbitrary<Capabilities> locks() {
        return Arbitraries.of(
                ScriptedDriver.separate(4, 4),
                ScriptedDriver.separate(8, 3),
                ScriptedDriver.capabilities(
                        4, 4, 0, Capabilities.UserModel.SEPARATE, ReadBack.PRESENCE, Enabling.NATIVE),
                ScriptedDriver.slotIsUser(4, ReadBack.DATA, Enabling.NATIVE),
                ScriptedDriver.slotIsUser(4, ReadBack.MASKED, Enabling.NATIVE));
    }

    @Property(tries = 800)
    void nothingOfOthersIsTouchedAndNoKeyIsDoubled(
            @ForAll("locks") Capabilities capabilities, @ForAll("steps") List<Step> steps, @ForAll long seed) {
        Bench bench = new Bench(capabilities);
        Random faults = new Random(seed);
        bench.driver.script((count, call) ->
                faults.nextInt(4) > 0 ? Fault.NONE : Fault.values()[faults.nextInt(Fault.values().length)]);
        List<CompletableFuture<?>> open = new ArrayList<>();
        for (Step step : steps) {
            bench = step(bench, step, open);
        }
        for (CompletableFuture<?> each : open) {
            bench.time.advance(Duration.ofSeconds(1));
            assertTrue(each.isDone() || step(bench, each), "an operation never ended");
        }
        assertEquals(List.of(), bench.driver.violations());
        for (int who = 1; who <= 5; who++) {
            assertTrue(holders(bench, code(who)) <= 1, "the code of " + who + " is there twice");
        }
    }

    /** The code is with the first user, the lost answer is that of taking the second one back: the key must not be forgotten. */
    @Example
    void aKeyIsNotForgottenWhileItsCodeMayBeWithAnEarlierUser() {
        Capabilities nameless = ScriptedDriver.capabilities(
                4, 4, 0, Capabilities.UserModel.SEPARATE, ReadBack.PRESENCE, Enabling.NATIVE);
        List<Step> steps =
                List.of(new Step(Deed.ADD, 4), new Step(Deed.ADD, 1), new Step(Deed.ADD, 1), new Step(Deed.ADD, 4));
        everyKeyEndsAsTheLockHoldsIt(nameless, steps, 235_980L);
    }

    @Property(tries = 600)
    void everyKeyEndsAsTheLockHoldsIt(
            @ForAll("locks") Capabilities capabilities, @ForAll("steps") List<Step> steps, @ForAll long seed) {
        Bench bench = new Bench(capabilities);
        Random faults = new Random(seed);
        bench.driver.script((count, call) -> faults.nextInt(3) > 0
                ? Fault.NONE
                : List.of(Fault.LOST_AFTER, Fault.LOST_BEFORE, Fault.UNREACHABLE, Fault.REFUSED)
                        .get(faults.nextInt(4)));
        List<CompletableFuture<?>> open = new ArrayList<>();
        for (Step step : steps) {
            if (step.deed() == Deed.ADD
                    || step.deed() == Deed.REMOVE
                    || step.deed() == Deed.WAIT
                    || step.deed() == Deed.RESTART) {
                bench = step(bench, step, open);
            }
        }
        bench.time.advance(Duration.ofMinutes(30));
        bench.driver.script((count, call) -> Fault.NONE);
        boolean cleared = clear(bench, 4) & clear(bench, 5);
        assertEquals(List.of(), bench.driver.violations());
        if (!cleared) {
            return;
        }
        Map<Integer, Receipt> receipts = new HashMap<>();
        for (int who = 1; who <= 3; who++) {
            for (int round = 0; round < 2; round++) {
                receipts.put(who, bench.get(bench.session.access().add(Bench.access("k" + who, code(who)))));
            }
        }
        assertEquals(3, bench.driver.truth().size(), () -> "the lock holds more or less than the keys");
        for (Map.Entry<Integer, Receipt> receipt : receipts.entrySet()) {
            assertEquals(
                    Optional.of(code(receipt.getKey())),
                    bench.driver.code(receipt.getValue().credentials().get(0)));
        }
        assertEquals(List.of(), bench.driver.violations());
    }

    private static Bench step(Bench bench, Step step, List<CompletableFuture<?>> open) {
        String who = "k" + step.who();
        switch (step.deed()) {
            case ADD -> open.add(bench.session.access().add(Bench.access(who, code(step.who()))));
            case REMOVE -> open.add(bench.session.access().remove(new AccessKey("test", who)));
            case SET_USER ->
                open.add(bench.session
                        .users()
                        .set(UserUpdate.builder().name("u" + step.who()).build()));
            case SET_CODE ->
                open.add(bench.session
                        .credentials()
                        .set(step.who(), NewCredential.pin(Secret.of("77" + code(step.who())))));
            case LIST -> open.add(bench.session.users().list());
            case KEYPAD_ADDS -> {
                boolean free = bench.driver.truth().stream()
                        .noneMatch(user ->
                                user.index() == step.who() || user.credentials().contains(Bench.pin(step.who())));
                if (free && step.who() <= 3) {
                    bench.driver.stranger(step.who(), Bench.pin(step.who()), "88" + code(step.who()));
                }
            }
            case WAIT -> bench.time.advance(Duration.ofMinutes(5));
            case RESTART -> {
                bench.session.close();
                bench.time.advance(Duration.ofMinutes(5));
                return bench.restarted();
            }
        }
        return bench;
    }

    /** False if the lock is full: then there is no place at which the code could be tried, and the key must still be there, unfinished. */
    private static boolean clear(Bench bench, int who) {
        AccessKey key = new AccessKey("test", "k" + who);
        CompletableFuture<Receipt> removal = bench.session.access().remove(key);
        bench.time.advance(Duration.ofMinutes(5));
        if (!removal.isCompletedExceptionally()) {
            return true;
        }
        assertEquals(Reason.OCCUPIED, bench.failure(removal).reason());
        CompletableFuture<Receipt> finishing = bench.session.access().add(Bench.access("k" + who, code(who)));
        bench.time.advance(Duration.ofMinutes(5));
        if (finishing.isCompletedExceptionally()) {
            assertEquals(Reason.FULL, bench.failure(finishing).reason());
            assertTrue(bench.get(bench.session.access().list()).stream()
                    .anyMatch(grant -> grant.key().equals(key) && grant.state() == AccessGrant.State.UNFINISHED));
            return false;
        }
        bench.get(bench.session.access().remove(key));
        return true;
    }

    private static boolean step(Bench bench, CompletableFuture<?> open) {
        bench.time.advance(Duration.ofMinutes(30));
        return open.isDone();
    }

    private static long holders(Bench bench, String code) {
        return bench.driver.truth().stream()
                .map(User::credentials)
                .flatMap(List::stream)
                .filter(place -> bench.driver.code(place).equals(Optional.of(code)))
                .count();
    }

    private static String code(int who) {
        return "0" + (1000 + who);
    }
}
