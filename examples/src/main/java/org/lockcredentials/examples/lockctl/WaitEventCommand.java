package org.lockcredentials.examples.lockctl;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.event.LockEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets a script wait for what a lock tells. */
@Command(name = "wait-event", description = "Answers with the next event of a type that was not answered before.")
final class WaitEventCommand implements Callable<Integer> {

    private static final String NUMBER = "[0-9]+(\\.[0-9]+)?";

    private final Session session;

    @Parameters(
            paramLabel = "[TYPE] [SECONDS]",
            arity = "0..2",
            hideParamSyntax = true,
            description =
                    "Type: OPERATION, ALARM, USER_CHANGE, CREDENTIAL_CHANGE, LEARN_PROGRESS, CONNECTION, PROGRESS;"
                            + " without one, any but PROGRESS. Seconds: 30 unless given.")
    private List<String> words = List.of();

    WaitEventCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        boolean typed = !words.isEmpty() && !words.get(0).matches(NUMBER);
        String type = typed ? kind(words.get(0)) : "";
        List<String> rest = typed ? words.subList(1, words.size()) : words;
        if (rest.size() > 1) {
            throw new IllegalArgumentException("wait-event takes a type and a number of seconds");
        }
        Duration patience = rest.isEmpty() ? Duration.ofSeconds(30) : SleepCommand.seconds(rest.get(0));
        return session.out()
                .answer(EventJson.of(session.events()
                        .take(event -> matches(type, event), patience)
                        .orElseThrow(() -> new LockCredentialException(Reason.TIMEOUT, "no such event came"))));
    }

    private static boolean matches(String type, LockEvent event) {
        return type.isEmpty()
                ? !(event instanceof LockEvent.Progress)
                : EventJson.kind(event).equals(type);
    }

    private static String kind(String word) {
        String kind = word.toUpperCase(Locale.ROOT);
        if (!EventJson.KINDS.contains(kind)) {
            throw new IllegalArgumentException("a type of event is one of " + EventJson.KINDS);
        }
        return kind;
    }
}
