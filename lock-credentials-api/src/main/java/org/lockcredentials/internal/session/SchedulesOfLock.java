package org.lockcredentials.internal.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.Schedules;
import org.lockcredentials.User;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.internal.queue.Turn;
import org.lockcredentials.schedule.Schedule;

/** The schedules of one lock's users. */
final class SchedulesOfLock implements Schedules {

    private final LockDesk desk;
    private final Survey survey;

    SchedulesOfLock(LockDesk desk, Survey survey) {
        this.desk = desk;
        this.survey = survey;
    }

    @Override
    public CompletableFuture<List<Schedule>> list(int userIndex) {
        return desk.run((turn, capabilities) -> UsersOfLock.valid(new Validation(capabilities, desk.context())
                        .hasSchedules()
                        .userIndex(userIndex))
                .thenCompose(valid -> survey.existing(turn, capabilities, userIndex))
                .thenCompose(user -> turn.ask(driver -> driver.readSchedules(userIndex))));
    }

    @Override
    public CompletableFuture<Receipt> set(int userIndex, List<Schedule> schedules) {
        List<Schedule> wanted = List.copyOf(schedules);
        return desk.run((turn, capabilities) -> UsersOfLock.valid(new Validation(capabilities, desk.context())
                        .hasSchedules()
                        .schedules(wanted)
                        .writableUser(userIndex)
                        .objections(desk.objections(known(userIndex), wanted)))
                .thenCompose(valid -> survey.existing(turn, capabilities, userIndex))
                .thenCompose(user -> write(desk, turn, capabilities, userIndex, wanted))
                .thenApply(outcome -> Receipt.of(desk.id(), outcome, userIndex, List.of())));
    }

    /** The user as far as remembered: of some types a lock's users have no schedules. */
    private UserUpdate known(int userIndex) {
        UserUpdate.Builder user = UserUpdate.builder().index(userIndex);
        desk.memory().user(userIndex).map(User::type).ifPresent(user::type);
        return user.build();
    }

    static CompletableFuture<Outcome> write(
            LockDesk desk, Turn turn, Capabilities capabilities, int userIndex, List<Schedule> schedules) {
        return new Validation(capabilities, desk.context())
                .overfull(schedules)
                .map(kind -> Shape.<Outcome>failed(
                        Reason.FULL,
                        "this lock has room for " + capabilities.schedules().get(kind) + " schedules of kind " + kind))
                .orElseGet(() -> turn.tell(driver -> driver.writeSchedules(userIndex, schedules))
                        .thenApply(outcome -> {
                            desk.memory()
                                    .user(userIndex)
                                    .ifPresent(user -> desk.memory().userWritten(user.withSchedules(schedules)));
                            return outcome;
                        }));
    }
}
