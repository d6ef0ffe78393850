package org.lockcredentials.matter.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.cluster.basicinformation.BasicInformation;
import org.lockcredentials.matter.cluster.generaldiagnostics.GeneralDiagnostics;
import org.lockcredentials.matter.cluster.operationalcredentials.OperationalCredentials;
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
    private @Nullable Round round;
    private @Nullable Cancellable retry;
    private Duration pause = FIRST_PAUSE;
    private boolean stopped;

    /** What a watch needs of its node. */
    interface Line {

        CompletableFuture<Subscription> subscribe(Optional<Long> eventMin, SubscriptionListener listener);

        /** All events that the node remembers, of those that are subscribed to. */
        CompletableFuture<ReportedData> readAllEvents();

        /** Tells all listeners. */
        void tell(Consumer<NodeListener> what);

        /** Keeps what the next start needs to know, once the listeners have heard what was told before. */
        void keep(Optional<Long> lastEvent, Optional<Integer> reboots);

        /** The node was heard. */
        void heard();

        /** The node goes down, and knows its sessions no more when it comes back. */
        void endSession();

        /** The node said in its session that it leaves our fabric. */
        void left();
    }

    NodeWatch(Actor actor, Line line, NodeRecord record) {
        this.actor = actor;
        this.line = line;
        this.events = new EventTracker(record, event -> event.at(actor.now()).isPresent());
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
        if (round != null || stopped) {
            return;
        }
        if (retry != null) {
            retry.cancel();
            retry = null;
        }
        Round begun = new Round();
        round = begun;
        line.subscribe(events.next(), begun).whenComplete((standing, failure) -> {
            if (failure == null) {
                begun.stands(standing);
            } else {
                begun.failed(failure.getMessage());
            }
        });
    }

    /** The session that the subscription stands in is over. */
    void sessionClosed() {
        if (round != null && round.subscription != null) {
            round.failed("its session was closed");
        }
    }

    void stop() {
        stopped = true;
        if (round != null) {
            round.end();
        }
        if (retry != null) {
            retry.cancel();
        }
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

    private void tell(EventTracker.News news) {
        news.missed().ifPresent(gap -> line.tell(listener -> listener.missed(gap.after(), gap.before())));
        news.events().forEach(event -> line.tell(listener -> listener.happened(event)));
    }

    /** One subscription, from the question for it to its end. */
    private final class Round implements SubscriptionListener {

        private final List<EventData> held = new ArrayList<>();
        private Optional<Integer> fabric = Optional.empty();
        private @Nullable Subscription subscription;
        private @Nullable Cancellable goodBye;
        private boolean primed;
        private boolean reading;
        private boolean over;

        void stands(Subscription standing) {
            if (over) {
                standing.close();
                return;
            }
            subscription = standing;
            settle();
            line.tell(NodeListener::subscribed);
        }

        void failed(@Nullable String why) {
            if (!over) {
                end();
                again(why);
            }
        }

        void end() {
            over = true;
            if (round == this) {
                round = null;
            }
            if (subscription != null) {
                subscription.close();
            }
            if (goodBye != null) {
                goodBye.cancel();
            }
        }

        @Override
        public void reported(ReportedData data) {
            if (over) {
                return;
            }
            line.heard();
            Attributes values = new Attributes(data.attributes());
            if (!values.ids().isEmpty()) {
                line.tell(listener -> listener.changed(values));
            }
            fabric = values.get(0, OperationalCredentials.CURRENT_FABRIC_INDEX).or(() -> fabric);
            values.get(0, GeneralDiagnostics.REBOOT_COUNT).ifPresent(this::started);
            if (reading) {
                held.addAll(data.events());
            } else {
                take(data.events(), !primed);
            }
            // What it remembers of an earlier departure, or of going down, is proved wrong by the session.
            if (primed) {
                data.events().forEach(this::heedGoodBye);
            }
            primed = true;
        }

        @Override
        public void silent() {
            log.debug("the subscription fell silent");
            end();
            start();
        }

        private void take(List<EventData> told, boolean resumed) {
            Optional<Long> before = events.last();
            tell(events.take(told, resumed));
            if (!events.last().equals(before)) {
                line.keep(events.last(), reboots);
            }
        }

        /** A node that started anew may number its events from the beginning, below what was asked for. */
        private void started(int times) {
            if (reading || reboots.equals(Optional.of(times))) {
                return;
            }
            if (reboots.isEmpty() || events.last().isEmpty()) {
                reboots = Optional.of(times);
                line.keep(events.last(), reboots);
                return;
            }
            reading = true;
            line.readAllEvents().whenComplete((data, failure) -> {
                if (over) {
                    return;
                }
                if (failure == null) {
                    caughtUp(times, data.events());
                } else {
                    // Its events would be taken for old ones, so it is as if there were no subscription.
                    failed("what happened before it started anew cannot be read: " + failure.getMessage());
                }
            });
        }

        private void caughtUp(int times, List<EventData> remembered) {
            reading = false;
            reboots = Optional.of(times);
            tell(events.takeAll(remembered));
            tell(events.take(held, false));
            held.clear();
            line.keep(events.last(), reboots);
            settle();
        }

        private void settle() {
            if (subscription != null && !reading) {
                pause = FIRST_PAUSE;
            }
        }

        private void heedGoodBye(EventData event) {
            if (BasicInformation.SHUT_DOWN.read(event).isPresent()) {
                goesDown();
            }
            BasicInformation.LEAVE
                    .read(event)
                    .filter(leave -> fabric.equals(Optional.of(leave.fabricIndex())))
                    .ifPresent(leave -> line.left());
        }

        private void goesDown() {
            if (goodBye == null && !over) {
                log.debug("the node goes down");
                goodBye = actor.after(GOOD_BYE, line::endSession);
            }
        }
    }
}
