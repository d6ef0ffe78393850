package org.lockcredentials.examples.lockctl;

import java.nio.file.Path;
import org.lockcredentials.NewCredential;
import org.lockcredentials.plan.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Desired state from a file. */
@Command(
        name = "plan",
        description = "Compares locks with a plan, or makes them follow it.",
        footer = {
            "",
            "A plan is JSON:",
            "  {\"owner\": \"office\", \"target\": \"area:ground\", \"access\": [",
            "    {\"key\": \"ann\", \"name\": \"Ann\", \"type\": \"PIN\", \"dataFile\": \"ann.pin\",",
            "     \"schedules\": [\"weekday:mon-fri,08:00-17:00\"]}]}"
        })
final class PlanCommands {

    private final Session session;

    PlanCommands(Session session) {
        this.session = session;
    }

    @Command(description = "Tells what would be done, and does nothing.")
    int diff(@Parameters(paramLabel = "FILE") Path file) {
        Plan plan = new PlanFile(file).read();
        try {
            var changes = Session.await(session.manager().plans().diff(plan));
            return Groups.answer(session, changes, list -> Json.object().set("changes", Json.list(list, Json::change)));
        } finally {
            wipe(plan);
        }
    }

    @Command(description = "Does it. Doing it again finishes what failed.")
    int apply(@Parameters(paramLabel = "FILE") Path file) {
        Plan plan = new PlanFile(file).read();
        try {
            var receipts = Session.await(session.manager().plans().apply(plan));
            return Groups.answer(
                    session, receipts, list -> Json.object().set("receipts", Json.list(list, Json::accessReceipt)));
        } finally {
            wipe(plan);
        }
    }

    private static void wipe(Plan plan) {
        plan.access()
                .forEach(request -> request.credentials().stream()
                        .map(NewCredential::secret)
                        .forEach(secret -> secret.wipe()));
    }
}
