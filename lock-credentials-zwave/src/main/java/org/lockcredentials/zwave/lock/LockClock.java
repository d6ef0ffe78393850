package org.lockcredentials.zwave.lock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.Request;
import org.lockcredentials.zwave.command.clock.Clock;
import org.lockcredentials.zwave.command.scheduleentry.ScheduleTimeOffset;
import org.lockcredentials.zwave.command.time.LocalOffset;
import org.lockcredentials.zwave.command.time.TimeOffset;
import org.lockcredentials.zwave.command.timeparameters.TimeParameters;
import org.lockcredentials.zwave.command.version.CommandClassVersion;
import org.lockcredentials.zwave.localtime.DaylightSaving;
import org.lockcredentials.zwave.localtime.LocalClock;
import org.lockcredentials.zwave.lock.LockNotes.Subject;
import org.lockcredentials.zwave.transport.Delivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of a lock that is to go by schedules: compared with the host's when somebody asks for it, at most once a day and after each change of
 * the zone's time, and set where it is wrong. Nothing else sets it once the lock has joined.
 */
final class LockClock {

    private static final Logger log = LoggerFactory.getLogger(LockClock.class);

    private static final Duration TRUSTED = Duration.ofDays(1);
    /** A lock's clock may be late by the way of its answer and by the minute that Clock rounds to. */
    private static final Duration TOLERANCE = Duration.ofSeconds(90);

    private static final int OFFSETS_SINCE = 2;

    private final LockEndpoint lock;
    private final LockSite site;
    private final Predicate<CommandClass> has;
    private final boolean entriesHaveOffset;
    private final LocalClock clock;

    /** @param entriesHaveOffset whether the lock has Schedule Entry Lock of version 2 or later */
    LockClock(LockEndpoint lock, LockSite site, Predicate<CommandClass> has, boolean entriesHaveOffset) {
        this.lock = lock;
        this.site = site;
        this.has = has;
        this.entriesHaveOffset = entriesHaveOffset;
        this.clock = new LocalClock(site.zone());
    }

    /** Completes when the clock is right, as far as the lock lets anybody see to that; fails if the lock cannot be reached. */
    CompletableFuture<Void> look() {
        Instant now = lock.now().get();
        String note = now + " " + site.zone();
        if (site.notes().read(Subject.CLOCK).filter(last -> isFresh(last, now)).isPresent()) {
            return CompletableFuture.completedFuture(null);
        }
        return time().thenCompose(done -> offset())
                .thenCompose(done -> entryOffset())
                .thenRun(() -> site.notes().write(Subject.CLOCK, note));
    }

    private boolean isFresh(String note, Instant now) {
        String[] words = note.split(" ", 2);
        try {
            Instant looked = Instant.parse(words[0]);
            Duration age = Duration.between(looked, now);
            ZoneOffsetTransition change = site.zone().getRules().nextTransition(looked);
            return (change == null || change.getInstant().isAfter(now))
                    && words.length == 2
                    && words[1].equals(site.zone().toString())
                    && !age.isNegative()
                    && age.compareTo(TRUSTED) < 0;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    private CompletableFuture<Void> time() {
        if (has.test(CommandClass.TIME_PARAMETERS)) {
            return put(
                    new TimeParameters.Get(),
                    report -> isRight(report.time()),
                    () -> clock.timeParameters(lock.now().get()));
        }
        return has.test(CommandClass.CLOCK)
                ? put(
                        new Clock.Get(),
                        this::isRight,
                        () -> clock.clock(lock.now().get()))
                : CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> offset() {
        if (!has.test(CommandClass.TIME)) {
            return CompletableFuture.completedFuture(null);
        }
        return ask(new CommandClassVersion.Get(CommandClass.TIME.id()))
                .thenCompose(found -> found.filter(report -> report.version() >= OFFSETS_SINCE)
                                .isPresent()
                        ? put(
                                new TimeOffset.Get(),
                                report -> new DaylightSaving(report.offset(), report.dstStart(), report.dstEnd())
                                        .equals(saving()),
                                () -> clock.timeOffset(lock.now().get()))
                        : CompletableFuture.completedFuture(null));
    }

    private CompletableFuture<Void> entryOffset() {
        LocalOffset offset = saving().offset();
        return entriesHaveOffset
                ? put(
                        new ScheduleTimeOffset.Get(),
                        report -> report.offset().equals(offset),
                        () -> new ScheduleTimeOffset.Set(offset))
                : CompletableFuture.completedFuture(null);
    }

    private <R extends Command> CompletableFuture<Void> put(
            Request<R> question, Predicate<R> isRight, Supplier<Command> command) {
        return ask(question).thenCompose(found -> {
            if (found.filter(isRight).isPresent()) {
                return CompletableFuture.completedFuture(null);
            }
            Command set = command.get();
            return lock.channel().set(set).thenAccept(delivery -> {
                if (delivery == Delivery.REFUSED) {
                    log.warn("{} refuses {}; its schedules go by the clock that it has", lock.id(), set.type());
                }
            });
        });
    }

    /** A lock that does not tell is as good as one that is wrong. */
    private <R extends Command> CompletableFuture<Optional<R>> ask(Request<R> question) {
        return lock.channel()
                .get(question)
                .handle((answer, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.completedFuture(Optional.of(answer));
                    }
                    LockCredentialException reason = Failures.translated(failure);
                    return reason.reason() == Reason.TIMEOUT
                            ? CompletableFuture.completedFuture(Optional.<R>empty())
                            : CompletableFuture.<Optional<R>>failedFuture(reason);
                })
                .thenCompose(Function.identity());
    }

    private DaylightSaving saving() {
        return clock.daylightSaving(lock.now().get());
    }

    private boolean isRight(Optional<LocalDateTime> utc) {
        return utc.map(time -> time.toInstant(ZoneOffset.UTC))
                .filter(time -> Duration.between(time, lock.now().get()).abs().compareTo(TOLERANCE) <= 0)
                .isPresent();
    }

    /** Within the tolerance the minute may have changed, and at midnight the day. */
    private boolean isRight(Clock.Report report) {
        Clock.Set told = new Clock.Set(report.weekday(), report.hour(), report.minute());
        Instant now = lock.now().get();
        return Stream.of(now, now.minus(Duration.ofMinutes(1)), now.plus(Duration.ofMinutes(1)))
                .map(clock::clock)
                .anyMatch(told::equals);
    }
}
