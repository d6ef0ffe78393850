package org.lockcredentials.matter.discovery.mdns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.discovery.dns.DnsMessage;
import org.lockcredentials.matter.discovery.dns.DnsQuestion;
import org.lockcredentials.matter.discovery.dns.DnsRecord;
import org.lockcredentials.spi.Scheduler.Cancellable;

/**
 * Asks what one search wants to know, again and again with longer pauses, until it is stopped (RFC 6762 5.2). The first time, the answer
 * may come to the asker alone.
 *
 * <p>For tasks of one actor.
 */
public final class Asker {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    /** So many fit a packet, whatever their names. */
    private static final int QUESTIONS = 4;

    private final Actor actor;
    private final MulticastPort port;
    private final Supplier<List<DnsQuestion>> open;
    private final Supplier<List<CachedRecord>> known;
    private final Set<DnsQuestion> asked = new HashSet<>();
    private Duration pause = FIRST_PAUSE;
    private Cancellable next = () -> {};
    private boolean stopped;

    /**
     * @param open what is not known at the moment
     * @param known answers that nobody needs to give again
     */
    public Asker(
            Actor actor, MulticastPort port, Supplier<List<DnsQuestion>> open, Supplier<List<CachedRecord>> known) {
        this.actor = actor;
        this.port = port;
        this.open = open;
        this.known = known;
    }

    public void start() {
        askNewOnes();
        next = actor.after(pause, this::askAgain);
    }

    /** Asks at once what became a question by an answer to another. */
    public void askNewOnes() {
        List<DnsQuestion> fresh = open.get().stream().filter(asked::add).toList();
        send(fresh.stream().map(each -> each.withUnicast(port.takesUnicast())).toList());
    }

    public void stop() {
        stopped = true;
        next.cancel();
    }

    private void askAgain() {
        if (stopped) {
            return;
        }
        List<DnsQuestion> questions = open.get();
        asked.addAll(questions);
        send(questions);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        next = actor.after(pause, this::askAgain);
    }

    private void send(List<DnsQuestion> questions) {
        List<DnsQuestion> left = new ArrayList<>(questions);
        while (!left.isEmpty()) {
            List<DnsQuestion> some = left.subList(0, Math.min(QUESTIONS, left.size()));
            List<DnsRecord> answered = known.get().stream()
                    .filter(each -> some.stream().anyMatch(each::answers))
                    .filter(each -> each.isYoung(actor.nanoTime()))
                    .limit(QUESTIONS)
                    .map(each -> each.asKnown(actor.nanoTime()))
                    .toList();
            port.send(DnsMessage.query(some, answered).encode());
            some.clear();
        }
    }
}
