package org.lockcredentials.matter.node;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.cluster.basicinformation.BasicInformation;
import org.lockcredentials.matter.cluster.generaldiagnostics.GeneralDiagnostics;
import org.lockcredentials.matter.interaction.EventData;
import org.lockcredentials.matter.interaction.ReportedData;
import org.lockcredentials.matter.interaction.Subscription;
import org.lockcredentials.matter.interaction.SubscriptionListener;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a node subscribed to: a subscription that ends, is refused or falls silent is made anew, each time after a longer pause while that fails.
 *
 * <p>Used by tasks of the controller's actor only.
 */
final class NodeWatch {

    private static final Logger log = LoggerFactory.getLogger(NodeWatch.class);

    static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** A node that goes down says so first, and waits until that is acknowledged. */
    static final Duration GOOD_BYE = Duration.ofSeconds(1);

    private final Actor actor;
    private final Line line;
    private final EventTracker events;
    private Optional<Integer> reboots;
    private @Nullable Subscription subscription;
    private @Nullable Cancellable retry;
    private @Nullable Cancellable goodBye;
    private Duration pause = FIRST_PAUSE;
    private boolean primed;
    private boolean subscribing;
    private boolean stopped;

    /** What a watch needs of its node. */
    interface Line {

        CompletableFuture<Subscription> subscribe(Optional<Long> eventMin, SubscriptionListener listener);

        /** All events that the node remembers, of those that are subscribed to. */
        CompletableFuture<ReportedData> readAllEvents();

        /** Tells all listeners. */
        void tell(Consumer<NodeListener> what);

        /** Keeps what the next start needs to know. */
        void keep(Optional<Long> lastEvent, Optional<Integer> reboots);

        /** The node was heard. */
        void heard();

        /** The node goes down, and knows its sessions no more when it comes back. */
        void endSession();
    }

    NodeWatch(Actor actor, Line line, NodeRecord record) {
        this.actor = actor;
        this.line = line;
        this.events = new EventTracker(record.lastEvent());
        this.reboots = record.reboots();
    }

    /** The node answers again: subscribes at once, if a pause is on. */
    void resume() {
        if (retry != null) {
            start();
        }
    }

    /** Subscribes at once, unless there is a subscription already. */
    void start() {
        if (subscribing || stopped || subscription != null) {
            return;
        }
        if (retry != null) {
            retry.cancel();
            retry = null;
        }
        subscribing = true;
        primed = false;
        line.subscribe(events.next(), new Heard()).whenComplete((standing, failure) -> {
            subscribing = false;
            if (failure != null) {
                again(failure.getMessage());
            } else if (stopped) {
                standing.close();
            } else {
                subscription = standing;
                pause = FIRST_PAUSE;
                line.tell(NodeListener::subscribed);
            }
        });
    }

    /** The session that the subscription stands in is over. */
    void sessionClosed() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
            again("its session was closed");
        }
    }

    void stop() {
        stopped = true;
        if (subscription != null) {
            subscription.close();
        }
        Stream.of(Optional.ofNullable(retry), Optional.ofNullable(goodBye))
                .flatMap(Optional::stream)
                .forEach(Cancellable::cancel);
    }

    private void again(@Nullable String why) {
        if (stopped || retry != null) {
            return;
        }
        log.debug("subscribes again in {}: {}", pause, why);
        retry = actor.after(pause, () -> {
            retry = null;
            start();
        });
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private void take(ReportedData data) {
        line.heard();
        boolean resumed = !primed;
        primed = true;
        Attributes values = new Attributes(data.attributes());
        if (!values.ids().isEmpty()) {
            line.tell(listener -> listener.changed(values));
        }
        EventTracker.News news = events.take(data.events(), resumed);
        tell(news);
        if (!resumed && news.events().stream().anyMatch(NodeWatch::isGoodBye)) {
            goesDown();
        }
        values.get(0, GeneralDiagnostics.REBOOT_COUNT).ifPresent(this::started);
    }

    private static boolean isGoodBye(EventData event) {
        return BasicInformation.SHUT_DOWN.read(event).isPresent();
    }

    private void goesDown() {
        Subscription dying = subscription;
        if (dying != null && goodBye == null) {
            log.debug("the node goes down");
            goodBye = actor.after(GOOD_BYE, () -> {
                goodBye = null;
                if (subscription == dying) {
                    line.endSession();
                }
            });
        }
    }

    /** A node that started anew may number its events from the beginning, below what was asked for. */
    private void started(int times) {
        boolean anew = reboots.filter(before -> before != times).isPresent();
        reboots = Optional.of(times);
        if (anew && events.last().isPresent()) {
            line.readAllEvents().whenComplete((data, failure) -> {
                if (failure == null) {
                    tell(events.takeAll(data.events()));
                }
            });
        }
        line.keep(events.last(), reboots);
    }

    private void tell(EventTracker.News news) {
        news.missed().ifPresent(gap -> line.tell(listener -> listener.missed(gap.after(), gap.before())));
        news.events().forEach(event -> line.tell(listener -> listener.happened(event)));
        if (!news.events().isEmpty()) {
            line.keep(events.last(), reboots);
        }
    }

    private final class Heard implements SubscriptionListener {

        @Override
        public void reported(ReportedData data) {
            if (!stopped) {
                take(data);
            }
        }

        @Override
        public void silent() {
            log.debug("the subscription fell silent");
            subscription = null;
            start();
        }
    }
}
