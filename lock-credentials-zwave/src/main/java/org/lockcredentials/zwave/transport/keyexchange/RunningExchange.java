package org.lockcredentials.zwave.transport.keyexchange;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.security0.S0NetworkKey;
import org.lockcredentials.zwave.command.security2.S2NetworkKey;
import org.lockcredentials.zwave.security.Protection;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.security.bootstrap.Action;
import org.lockcredentials.zwave.security.bootstrap.BootstrapStep;
import org.lockcredentials.zwave.security.bootstrap.HandoverException;
import org.lockcredentials.zwave.security.bootstrap.JoinGuide;
import org.lockcredentials.zwave.security.bootstrap.KeyHandover;
import org.lockcredentials.zwave.security.bootstrap.Move;
import org.lockcredentials.zwave.transport.Delivery;
import org.lockcredentials.zwave.transport.security.KeyExchangeLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One exchange of keys, from its first command to its end. Touched by tasks of the network's actor only. */
final class RunningExchange implements KeyHandover.Handover, KeyExchangeLink.Listener {

    private static final Logger log = LoggerFactory.getLogger(RunningExchange.class);

    /** In which an exchange of Security 0 has to begin (SDS13783 §3.5.3). */
    private static final Duration BEGINNING = Duration.ofSeconds(10);

    private final CompletableFuture<Set<SecurityClass>> granted = new CompletableFuture<>();
    private final Script script;
    private final JoinGuide guide;
    private final Actor actor;
    private Optional<KeyExchangeLink> link = Optional.empty();
    private Optional<BootstrapStep> told = Optional.empty();
    private CompletableFuture<?> lastSent = CompletableFuture.completedFuture(null);
    private Cancellable timer = () -> {};
    /** Counts the times that were given, of which the last one runs. */
    private int timed;

    private boolean over;

    RunningExchange(Script script, JoinGuide guide, Actor actor) {
        this.script = script;
        this.guide = guide;
        this.actor = actor;
    }

    void start(KeyExchangeLink opened) {
        link = Optional.of(opened);
        apply(script.start());
    }

    /** Begins if the user wants that class; else the node stays without security. */
    void startIfGranted(SecurityClass only, Supplier<KeyExchangeLink> opening) {
        timer = actor.after(BEGINNING, this::cancel);
        tellStep(BootstrapStep.GRANT);
        ask(guide.grant(Set.of(only)), classes -> {
            if (classes.contains(only)) {
                start(opening.get());
            } else {
                end(() -> granted.complete(Set.of()));
            }
            return Move.nothing();
        });
    }

    @Override
    public CompletableFuture<Set<SecurityClass>> granted() {
        return granted;
    }

    @Override
    public void cancel() {
        apply(script.cancel());
    }

    @Override
    public void heard(Command command, Protection protection) {
        apply(script.onCommand(command, protection));
    }

    @Override
    public void unreadable(boolean begun) {
        apply(script.onUnreadable(begun));
    }

    private void apply(Move move) {
        if (over) {
            return;
        }
        int during = move.timer().isPresent() ? ++timed : timed;
        move.timer().ifPresent(time -> timer.cancel());
        tellStep(script.step());
        move.actions().forEach(this::act);
        // The node's time begins when it has the command, which may wait for a nonce before.
        move.timer()
                .ifPresent(time -> lastSent.whenComplete((sent, failure) -> {
                    if (!over && timed == during) {
                        timer = actor.after(time, () -> apply(script.onTimeout()));
                    }
                }));
    }

    private void tellStep(BootstrapStep step) {
        if (!told.equals(Optional.of(step))) {
            told = Optional.of(step);
            guide.step(step);
        }
    }

    private void act(Action action) {
        if (action instanceof Action.Send send) {
            transmit(send);
        } else if (action instanceof Action.AskForGrant asked) {
            ask(guide.grant(asked.requested()), script::grant);
        } else if (action instanceof Action.AskForDsk asked) {
            ask(guide.confirm(asked.dsk()), script::confirm);
        } else if (action instanceof Action.UseKeys use) {
            link.ifPresent(open -> open.useKeys(use.keys()));
        } else if (action instanceof Action.Succeeded succeeded) {
            end(() -> granted.complete(succeeded.granted()));
        } else if (action instanceof Action.Failed failed) {
            end(() -> granted.completeExceptionally(new HandoverException(failed)));
        }
    }

    private void transmit(Action.Send send) {
        KeyExchangeLink open = link.orElseThrow();
        Command command = send.command();
        CompletableFuture<Delivery> sent = open.send(command, send.protection(), () -> script.sealed(command, open));
        lastSent = sent.handle((delivery, failure) -> {
            wipe(command);
            if (failure != null) {
                log.debug("{} did not arrive: {}", command.type(), failure.getMessage());
            }
            return delivery;
        });
    }

    private static void wipe(Command command) {
        if (command instanceof S2NetworkKey.Report report) {
            report.key().wipe();
        } else if (command instanceof S0NetworkKey.Set set) {
            set.key().wipe();
        }
    }

    /** What the user says goes on here; no answer, or a wrong one, gives up. What went wrong with it may repeat what was typed. */
    private <T> void ask(CompletableFuture<T> question, Function<T, Move> answered) {
        question.whenComplete((answer, failure) -> actor.execute(() -> {
            if (over) {
                return;
            }
            try {
                if (failure == null && answer != null) {
                    apply(answered.apply(answer));
                    return;
                }
                log.debug("the user did not answer: {}", failure == null ? "null" : kind(failure));
            } catch (IllegalArgumentException wrong) {
                log.debug("the user's answer is not possible: {}", kind(wrong));
            }
            cancel();
        }));
    }

    private static String kind(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    /** The last command is still sent before the way is closed. */
    private void end(Runnable completion) {
        over = true;
        timer.cancel();
        lastSent.whenComplete((sent, failure) -> {
            link.ifPresent(KeyExchangeLink::close);
            script.close();
            completion.run();
        });
    }
}
