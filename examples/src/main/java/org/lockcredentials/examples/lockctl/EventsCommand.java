package org.lockcredentials.examples.lockctl;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lockcredentials.LockId;
import org.lockcredentials.LockInfo;
import org.lockcredentials.event.EventStream;
import org.lockcredentials.event.LockEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What locks tell of themselves. */
@Command(name = "events", description = "Lists the last events of one lock or all, or shows them as they come.")
final class EventsCommand implements Callable<Integer> {

    private static final int REMEMBERED = 256;
    private static final Duration ANY_TIME = Duration.ofDays(365);

    private final Session session;

    @Parameters(paramLabel = "LOCK", arity = "0..1")
    private Optional<LockId> lock = Optional.empty();

    @Option(names = "--follow", description = "Show each as it comes, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--count", paramLabel = "N", description = "With --follow: end after so many.")
    private long count = Long.MAX_VALUE;

    EventsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!follow) {
            return recent();
        }
        if (session.out().isScript()) {
            throw new IllegalArgumentException("a script takes events one by one: wait-event");
        }
        session.manager();
        for (long shown = 0; shown < count; shown++) {
            Optional<LockEvent> event = session.events().take(this::wanted, ANY_TIME);
            if (event.isEmpty()) {
                break;
            }
            session.out().line(EventJson.of(event.get()));
        }
        return Output.DONE;
    }

    private int recent() {
        EventStream events = session.manager().events();
        List<LockEvent> recent = locks().stream()
                .flatMap(id -> events.recent(id, REMEMBERED).stream())
                .sorted(Comparator.comparing(LockEvent::at))
                .toList();
        return session.out().answer(Json.list(recent, EventJson::of));
    }

    private List<LockId> locks() {
        return lock.map(List::of)
                .orElseGet(() -> Session.await(session.manager().locks()).stream()
                        .map(LockInfo::id)
                        .toList());
    }

    private boolean wanted(LockEvent event) {
        return lock.map(event.lock()::equals).orElse(true);
    }
}
