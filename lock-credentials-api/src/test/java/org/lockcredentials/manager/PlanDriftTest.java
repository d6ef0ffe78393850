package org.lockcredentials.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Lock;
import org.lockcredentials.Secret;
import org.lockcredentials.Target;
import org.lockcredentials.User;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.plan.Plan;
import org.lockcredentials.plan.PlanChange;
import org.lockcredentials.plan.PlanChange.Part;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.simulation.SimulatedBackend;
import org.lockcredentials.simulation.SimulatedLock;
import org.lockcredentials.testing.Pins;

/** What was made by a plan and is otherwise now, found and made as planned again. */
final class PlanDriftTest {

    private static final AccessKey ANN = new AccessKey("office", "ann");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Schedule MORNINGS =
            new Schedule.WeekDay(Set.of(DayOfWeek.values()), LocalTime.of(8, 0), LocalTime.of(12, 0), BERLIN);

    private final SimulatedLock door =
            SimulatedLock.userCredential("1", "Front door").build();
    private final Managers managers = new Managers();
    private final Secret pin = Pins.secret();
    private LockCredentialManager manager;
    private Lock lock;
    private int ann;

    @BeforeEach
    void apply() {
        manager = managers.open(Managers.builder(SimulatedBackend.of(door)));
        lock = manager.lock(door.id());
        ann = manager.plans()
                .apply(plan("Ann", MORNINGS))
                .join()
                .get(door.id())
                .done()
                .orElseThrow()
                .get(0)
                .userIndex()
                .orElseThrow();
        assertEquals(Set.of(), drift(plan("Ann", MORNINGS)));
    }

    @AfterEach
    void close() {
        managers.close();
    }

    @Test
    void schedulesThatWereClearedArePutBack() {
        lock.schedules().set(ann, List.of()).join();
        assertEquals(Set.of(Part.SCHEDULES), drift(plan("Ann", MORNINGS)));
        follow(plan("Ann", MORNINGS));
        assertEquals(List.of(MORNINGS), lock.schedules().list(ann).join());
    }

    @Test
    void schedulesThatAreNotPlannedAnyMoreAreCleared() {
        assertEquals(Set.of(Part.SCHEDULES), drift(plan("Ann")));
        follow(plan("Ann"));
        assertEquals(List.of(), lock.schedules().list(ann).join());
    }

    @Test
    void theSameHoursCutAnotherWayAreNoDrift() {
        List<Schedule> dayByDay = Stream.of(DayOfWeek.values())
                .<Schedule>map(day ->
                        new Schedule.WeekDay(Set.of(day), LocalTime.of(8, 0), LocalTime.of(12, 0), ZoneId.of("CET")))
                .toList();
        assertEquals(Set.of(), drift(plan("Ann", dayByDay.toArray(Schedule[]::new))));
    }

    @Test
    void aNameAndAStateThatDifferAreMadeAsPlanned() {
        lock.users().setEnabled(ann, false).join();
        UserUpdate active = UserUpdate.builder().name("Anna").enabled(true).build();
        Plan plan = plan(AccessRequest.builder(ANN).user(active).schedule(MORNINGS));
        assertEquals(Set.of(Part.NAME, Part.ENABLED), drift(plan));
        follow(plan);
        User user = lock.users().get(ann).join().orElseThrow();
        assertEquals("Anna", user.name().orElseThrow());
        assertEquals(true, user.enabled());
    }

    /** Does it, and sees that nothing is left to do and that the code is where it was. */
    private void follow(Plan plan) {
        manager.plans().apply(plan).join().get(door.id()).done().orElseThrow();
        assertEquals(Set.of(), drift(plan));
        assertEquals(true, door.truth().get(0).holds(pin));
    }

    private Set<Part> drift(Plan plan) {
        List<PlanChange> changes =
                manager.plans().diff(plan).join().get(door.id()).done().orElseThrow();
        return changes.isEmpty() ? Set.of() : ((PlanChange.Change) changes.get(0)).parts();
    }

    private Plan plan(String name, Schedule... schedules) {
        AccessRequest.Builder request = AccessRequest.builder(ANN).name(name);
        Stream.of(schedules).forEach(request::schedule);
        return plan(request);
    }

    private Plan plan(AccessRequest.Builder request) {
        return new Plan("office", new Target.All(), List.of(request.pin(pin).build()));
    }
}
