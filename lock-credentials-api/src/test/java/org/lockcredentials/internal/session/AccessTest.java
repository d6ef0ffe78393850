package org.lockcredentials.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lockcredentials.AccessGrant;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Capabilities.Enabling;
import org.lockcredentials.Capabilities.ReadBack;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Finding;
import org.lockcredentials.Leftover;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.User;
import org.lockcredentials.UserType;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.slot.SlotPolicy;
import org.lockcredentials.testing.MemoryStore;
import org.lockcredentials.testing.ScriptedDriver;
import org.lockcredentials.testing.ScriptedDriver.Fault;

class AccessTest {

    static List<Capabilities> locks() {
        return List.of(
                ScriptedDriver.separate(10, 10),
                ScriptedDriver.capabilities(
                        10, 10, 0, Capabilities.UserModel.SEPARATE, ReadBack.PRESENCE, Enabling.NATIVE),
                ScriptedDriver.slotIsUser(10, ReadBack.DATA, Enabling.NATIVE),
                ScriptedDriver.slotIsUser(10, ReadBack.MASKED, Enabling.NATIVE));
    }

    @ParameterizedTest
    @MethodSource("locks")
    void putsUserAndCodeAtTheLowestPlaces(Capabilities capabilities) {
        Bench bench = new Bench(capabilities);
        Receipt first = bench.get(bench.session.access().add(Bench.access("ann", "0123")));
        Receipt second = bench.get(bench.session.access().add(Bench.access("bob", "4567")));
        assertEquals(1, first.userIndex().getAsInt());
        assertEquals(List.of(Bench.pin(1)), first.credentials());
        assertEquals(2, second.userIndex().getAsInt());
        assertEquals(Optional.of("0123"), bench.driver.code(Bench.pin(1)));
        assertEquals(Optional.of("4567"), bench.driver.code(Bench.pin(2)));
    }

    @ParameterizedTest
    @MethodSource("locks")
    void findsItsKeyAgain(Capabilities capabilities) {
        Bench bench = new Bench(capabilities);
        Receipt first = bench.get(bench.session.access().add(Bench.access("ann", "0123")));
        Bench later = bench.restarted();
        Receipt again = later.get(later.session.access().add(Bench.access("ann", "0123")));
        assertEquals(Outcome.NO_CHANGE, again.outcome());
        assertEquals(first.userIndex(), again.userIndex());
        assertEquals(first.credentials(), again.credentials());
        assertEquals(1, bench.driver.truth().size());
    }

    @ParameterizedTest
    @MethodSource("locks")
    void addsAnewWhatSomebodyDeleted(Capabilities capabilities) {
        Bench bench = new Bench(capabilities);
        bench.get(bench.session.access().add(Bench.access("ann", "0123")));
        bench.driver.deletedAtKeypad(1);
        Receipt again = bench.get(bench.session.access().add(Bench.access("ann", "0123")));
        assertTrue(again.outcome() != Outcome.NO_CHANGE);
        assertEquals(Optional.of("0123"), bench.driver.code(Bench.pin(1)));
    }

    @ParameterizedTest
    @MethodSource("locks")
    void removesWhatItsKeyLeadsTo(Capabilities capabilities) {
        Bench bench = new Bench(capabilities);
        bench.get(bench.session.access().add(Bench.access("ann", "0123")));
        bench.get(bench.session.access().remove(new AccessKey("test", "ann")));
        assertEquals(List.of(), bench.driver.truth());
        assertEquals(List.of(), bench.get(bench.session.access().list()));
        assertEquals(
                Outcome.NO_CHANGE,
                bench.get(bench.session.access().remove(new AccessKey("test", "ann")))
                        .outcome());
    }

    @ParameterizedTest
    @MethodSource("locks")
    void replacesTheCodeInItsPlace(Capabilities capabilities) {
        Bench bench = new Bench(capabilities);
        bench.get(bench.session.access().add(Bench.access("ann", "0123")));
        bench.get(bench.session.access().change(Bench.access("ann", "7777")));
        assertEquals(Optional.of("7777"), bench.driver.code(Bench.pin(1)));
        assertEquals(1, bench.driver.truth().size());
        assertEquals(
                Reason.NOT_FOUND,
                bench.failure(bench.session.access().change(Bench.access("eve", "7778")))
                        .reason());
    }

    @ParameterizedTest
    @MethodSource("locks")
    void changesTheNameAndLeavesTheCode(Capabilities capabilities) {
        Bench bench = new Bench(capabilities);
        bench.get(bench.session.access().add(Bench.access("ann", "0123")));
        AccessRequest renamed =
                AccessRequest.builder(new AccessKey("test", "ann")).name("anna").build();
        Receipt receipt = bench.get(bench.session.access().change(renamed));
        assertEquals(List.of(Bench.pin(1)), receipt.credentials());
        assertEquals(Optional.of("0123"), bench.driver.code(Bench.pin(1)));
        assertEquals(
                Outcome.NO_CHANGE,
                bench.get(bench.session.access().change(renamed)).outcome());
        assertEquals(
                Outcome.NO_CHANGE,
                bench.get(bench.session.access().add(Bench.access("ann", "0123")))
                        .outcome());
    }

    @ParameterizedTest
    @MethodSource("locks")
    void addsNothingWithoutACredentialAndSaysSoWithAllElse(Capabilities capabilities) {
        Bench bench = new Bench(capabilities);
        LockCredentialException refused = bench.failure(bench.session
                .access()
                .add(AccessRequest.builder(new AccessKey("test", "ann"))
                        .user(UserUpdate.builder()
                                .name("ann")
                                .type(UserType.DURESS)
                                .build())
                        .build()));
        assertEquals(
                List.of("credentials", "type"),
                refused.findings().stream().map(Finding::field).toList());
        assertEquals(List.of(), bench.driver.truth());
        assertEquals(List.of(), bench.get(bench.session.access().list()));
    }

    @ParameterizedTest
    @MethodSource("locks")
    void leavesNothingBehindWhenTheCodeIsRefused(Capabilities capabilities) {
        Bench bench = new Bench(capabilities);
        bench.driver.stranger(5, Bench.pin(5), "0123");
        LockCredentialException refused = bench.failure(bench.session.access().add(Bench.access("ann", "0123")));
        assertEquals(Reason.DUPLICATE, refused.reason());
        assertEquals(List.of(), refused.leftovers());
        assertEquals(List.of(5), bench.driver.truth().stream().map(User::index).toList());
        assertEquals(List.of(), bench.get(bench.session.access().list()));
    }

    @Test
    void tellsWhatItCouldNotTakeBack() {
        Bench bench = new Bench(ScriptedDriver.separate(10, 10));
        bench.driver.script((count, call) ->
                call.equals("writeCredential ADD") || call.equals("deleteUser") ? Fault.REFUSED : Fault.NONE);
        LockCredentialException refused = bench.failure(bench.session.access().add(Bench.access("ann", "0123")));
        assertEquals(Reason.REJECTED, refused.reason());
        assertEquals(List.of(new Leftover.LeftUser(1)), refused.leftovers());
        assertEquals(
                AccessGrant.State.UNFINISHED,
                bench.get(bench.session.access().list()).get(0).state());
    }

    /** A process that ends at any one call to the lock, before or after its effect, or at any one write to the store. */
    @ParameterizedTest
    @MethodSource("locks")
    void oneUserWithOneCodeWhereverItWasKilled(Capabilities capabilities) {
        int killed = 0;
        for (int step = 1; step < 30; step++) {
            for (Fault fault : List.of(Fault.LOST_BEFORE, Fault.LOST_AFTER)) {
                Bench bench = new Bench(capabilities);
                bench.driver.stranger(2, Bench.pin(2), "9999");
                bench.get(bench.session.users().list());
                bench.driver.forgetCalls();
                int deadly = step;
                boolean[] dead = {false};
                bench.driver.script((count, call) -> {
                    if (dead[0]) {
                        return Fault.SILENT;
                    }
                    dead[0] = count == deadly;
                    return dead[0] ? fault : Fault.NONE;
                });
                bench.store.beforeWrite(() -> die(dead[0]));
                bench.session.access().add(Bench.access("ann", "0123"));
                bench.time.advance(Bench.TIMEOUT);
                killed += dead[0] ? 1 : 0;
                finish(bench, "call " + step + " " + fault);
            }
            Bench bench = new Bench(capabilities);
            int[] left = {step};
            bench.store.beforeWrite(() -> die(left[0]-- <= 1));
            bench.driver.script((count, call) -> left[0] < 1 ? Fault.SILENT : Fault.NONE);
            bench.session.access().add(Bench.access("ann", "0123"));
            bench.time.advance(Bench.TIMEOUT);
            killed += left[0] < 1 ? 1 : 0;
            finish(bench, "write " + step);
        }
        assertTrue(killed >= 5, "the process was killed " + killed + " times");
    }

    private static void die(boolean now) {
        if (now) {
            throw new IllegalStateException("the process is gone");
        }
    }

    private static void finish(Bench dead, String where) {
        dead.store.beforeWrite(() -> {});
        dead.driver.script((count, call) -> Fault.NONE);
        Bench later = dead.restarted();
        Receipt receipt = later.get(later.session.access().add(Bench.access("ann", "0123")));
        List<User> holders = dead.driver.truth().stream()
                .filter(user -> user.credentials().stream()
                        .anyMatch(place -> dead.driver.code(place).equals(Optional.of("0123"))))
                .toList();
        assertEquals(1, holders.size(), where);
        assertEquals(1, holders.get(0).credentials().size(), where);
        assertEquals(holders.get(0).index(), receipt.userIndex().getAsInt(), where);
        assertEquals(holders.get(0).credentials(), receipt.credentials(), where);
        long own = dead.driver.truth().stream()
                .filter(user -> user.index() != 2 || user.credentials().equals(receipt.credentials()))
                .count();
        assertEquals(1, own, () -> where + " left " + dead.driver.truth());
        assertEquals(List.of(), dead.driver.violations(), where);
        assertEquals(
                AccessGrant.State.ACTIVE,
                later.get(later.session.access().list()).get(0).state());
    }

    @Test
    void aKeyWhoseAnswerWasLostStaysUnfinishedAndIsClearedByRemoving() {
        Bench bench = new Bench(ScriptedDriver.separate(10, 10));
        bench.driver.script((count, call) -> call.equals("writeCredential ADD") ? Fault.LOST_AFTER : Fault.NONE);
        assertEquals(
                Reason.TIMEOUT,
                bench.failure(bench.session.access().add(Bench.access("ann", "0123")))
                        .reason());
        assertEquals(
                AccessGrant.State.UNFINISHED,
                bench.get(bench.session.access().list()).get(0).state());
        bench.get(bench.session.access().remove(new AccessKey("test", "ann")));
        assertEquals(List.of(), bench.driver.truth());
    }

    @ParameterizedTest
    @MethodSource("locks")
    void removingAnUnfinishedKeyNeverTakesWhoGotItsPlace(Capabilities capabilities) {
        Bench bench = new Bench(capabilities);
        bench.driver.script((count, call) -> call.startsWith("write") ? Fault.LOST_BEFORE : Fault.NONE);
        bench.failure(bench.session.access().add(Bench.access("ann", "0123")));
        bench.driver.script((count, call) -> Fault.NONE);
        bench.driver.stranger(1, Bench.pin(1), "9999");
        CompletableFuture<Receipt> removal = bench.session.access().remove(new AccessKey("test", "ann"));
        bench.time.advance(Bench.TIMEOUT);
        boolean told =
                capabilities.credentials(CredentialType.PIN).orElseThrow().readBack() == ReadBack.DATA;
        if (capabilities.users().maxNameLength() > 0) {
            assertEquals(Outcome.NO_CHANGE, bench.get(removal).outcome());
        } else if (told) {
            assertEquals(Reason.OCCUPIED, bench.failure(removal).reason());
            bench.get(bench.session.access().add(Bench.access("ann", "0123")));
            bench.get(bench.session.access().remove(new AccessKey("test", "ann")));
        } else {
            assertEquals(Reason.OCCUPIED, bench.failure(removal).reason());
            int second = bench.get(bench.session.access().add(Bench.access("ann", "0123")))
                    .userIndex()
                    .getAsInt();
            LockCredentialException removed =
                    bench.failure(bench.session.access().remove(new AccessKey("test", "ann")));
            // Whether the code of the first attempt is at the first place, the lock does not tell.
            assertEquals(Reason.OCCUPIED, removed.reason());
            int owner = capabilities.users().model() == Capabilities.UserModel.SLOT_IS_USER ? 1 : second;
            assertEquals(List.of(new Leftover.LeftCredential(owner, Bench.pin(1))), removed.leftovers());
        }
        assertEquals(Optional.of("9999"), bench.driver.code(Bench.pin(1)));
        assertEquals(1, bench.driver.truth().size());
        assertEquals(List.of(), bench.get(bench.session.access().list()));
    }

    @ParameterizedTest
    @MethodSource("locks")
    void removingAnUnfinishedKeyThatNeverArrivedForgetsIt(Capabilities capabilities) {
        Bench bench = new Bench(capabilities);
        bench.driver.script((count, call) -> call.startsWith("write") ? Fault.LOST_BEFORE : Fault.NONE);
        bench.failure(bench.session.access().add(Bench.access("ann", "0123")));
        assertEquals(
                Outcome.NO_CHANGE,
                bench.get(bench.session.access().remove(new AccessKey("test", "ann")))
                        .outcome());
        assertEquals(List.of(), bench.get(bench.session.access().list()));
    }

    @ParameterizedTest
    @MethodSource("locks")
    void aRemovalThatDidNotHappenCanBeRepeated(Capabilities capabilities) {
        for (Fault fault : List.of(Fault.UNREACHABLE, Fault.REFUSED, Fault.LOST_BEFORE)) {
            Bench bench = new Bench(capabilities);
            bench.get(bench.session.access().add(Bench.access("ann", "0123")));
            bench.driver.script((count, call) -> call.equals("deleteUser") ? fault : Fault.NONE);
            bench.failure(bench.session.access().remove(new AccessKey("test", "ann")));
            bench.driver.script((count, call) -> Fault.NONE);
            bench.get(bench.session.access().remove(new AccessKey("test", "ann")));
            assertEquals(List.of(), bench.driver.truth());
        }
    }

    @Test
    void goesOnWhenSomebodyIsFasterAndStopsAfterSoManyPlaces() {
        Bench bench = new Bench(ScriptedDriver.separate(10, 10));
        boolean[] once = {true};
        bench.driver.script((count, call) -> {
            boolean race = once[0] && call.equals("writeUser ADD");
            once[0] &= !race;
            return race ? Fault.RACED : Fault.NONE;
        });
        assertEquals(
                2,
                bench.get(bench.session.access().add(Bench.access("ann", "0123")))
                        .userIndex()
                        .getAsInt());
        bench.driver.script((count, call) -> call.equals("writeUser ADD") ? Fault.RACED : Fault.NONE);
        LockCredentialException given = bench.failure(bench.session.access().add(Bench.access("bob", "0124")));
        assertEquals(Reason.OCCUPIED, given.reason());
        assertEquals(List.of(), bench.driver.violations());
    }

    @Test
    void neverChoosesAProtectedPlace() {
        Bench bench = new Bench(
                new MemoryStore(),
                new ScriptedDriver(Bench.LOCK, ScriptedDriver.separate(4, 4)),
                new SlotPolicy(1, 3, java.util.Set.of(1), 5));
        assertEquals(
                2,
                bench.get(bench.session.access().add(Bench.access("ann", "0123")))
                        .userIndex()
                        .getAsInt());
        bench.get(bench.session.access().add(Bench.access("bob", "0124")));
        CompletableFuture<Receipt> third = bench.session.access().add(Bench.access("cem", "0125"));
        assertEquals(Reason.FULL, bench.failure(third).reason());
    }
}
