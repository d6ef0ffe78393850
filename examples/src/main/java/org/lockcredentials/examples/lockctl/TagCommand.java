package org.lockcredentials.examples.lockctl;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.lockcredentials.Lock;
import org.lockcredentials.LockId;
import org.lockcredentials.LockTags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says where a lock is, so that a TARGET can mean it. */
@Command(
        name = "tag",
        description = "Keeps your own words for a lock; those not given stay, an empty one is taken away.")
final class TagCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "LOCK", arity = "1")
    private Optional<LockId> lock = Optional.empty();

    @Option(names = "--name", paramLabel = "NAME")
    private Optional<String> name = Optional.empty();

    @Option(names = "--area", paramLabel = "AREA")
    private Optional<String> area = Optional.empty();

    @Option(names = "--floor", paramLabel = "FLOOR")
    private Optional<String> floor = Optional.empty();

    @Option(
            names = "--label",
            paramLabel = "LABEL",
            description = "May be given several times; all of them replace those before.")
    private List<String> labels = List.of();

    TagCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Lock handle = session.lock(lock.orElseThrow());
        LockTags before = Session.await(handle.info()).tags();
        LockTags after = new LockTags(
                given(name, before.name()),
                given(area, before.area()),
                given(floor, before.floor()),
                labels.isEmpty() ? before.labels() : words(labels));
        return session.out().answer(Json.tagged(Session.await(handle.tag(after))));
    }

    private static Optional<String> given(Optional<String> word, Optional<String> before) {
        return word.isPresent() ? word.filter(text -> !text.isBlank()) : before;
    }

    private static Set<String> words(List<String> words) {
        return words.stream().filter(word -> !word.isBlank()).collect(Collectors.toSet());
    }
}
