package org.lockcredentials.examples.lockctl;

import java.util.List;
import org.lockcredentials.LockId;
import org.lockcredentials.schedule.Schedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The schedules of one lock's users. */
@Command(name = "schedule", description = "Shows, replaces and clears the schedules of a lock's user.")
final class ScheduleCommands {

    private final Session session;

    ScheduleCommands(Session session) {
        this.session = session;
    }

    @Command(description = "Lists a user's schedules.")
    int list(
            @Parameters(paramLabel = "LOCK") LockId lock,
            @Option(names = "--user", paramLabel = "N", required = true) int user) {
        return session.out()
                .answer(Json.list(Session.await(session.lock(lock).schedules().list(user)), Json::schedule));
    }

    @Command(description = "Makes these the user's schedules, in place of those before.")
    int set(
            @Parameters(paramLabel = "LOCK") LockId lock,
            @Option(names = "--user", paramLabel = "N", required = true) int user,
            @Mixin ScheduleOptions schedules) {
        if (schedules.get().isEmpty()) {
            throw new IllegalArgumentException("say at least one --schedule, or clear them");
        }
        return replace(lock, user, schedules.get());
    }

    @Command(description = "Takes all of a user's schedules away.")
    int clear(
            @Parameters(paramLabel = "LOCK") LockId lock,
            @Option(names = "--user", paramLabel = "N", required = true) int user) {
        return replace(lock, user, List.of());
    }

    private int replace(LockId lock, int user, List<Schedule> schedules) {
        return session.out()
                .answer(Json.receipt(
                        Session.await(session.lock(lock).schedules().set(user, schedules))));
    }
}
