package org.lockcredentials.zwave.lock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Secret;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Actor;
import org.lockcredentials.event.LockEvent.Change;
import org.lockcredentials.event.LockEvent.Source;
import org.lockcredentials.zwave.command.doorlocklogging.LoggingRecord;
import org.lockcredentials.zwave.lock.LockNotes.Subject;
import org.lockcredentials.zwave.lock.event.EventMeaning;
import org.lockcredentials.zwave.lock.event.LoggedMeanings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record that a lock keeps by itself, told as events of the past (Door Lock Logging CC v1, SDS13781 §4.40).
 *
 * <p>Whatever the lock told at once, or an earlier reading did, is not told again. The first reading only finds out where the log stands; one that
 * finds nothing new costs one question. Records without a time cannot be told apart, so that a lock whose clock is not set has no past.
 */
final class LockLog {

    private static final Logger log = LoggerFactory.getLogger(LockLog.class);

    /** So that a lock that was away for weeks does not pay for it with its battery. */
    private static final int MOST_READ = 32;

    private final LockEndpoint lock;
    private final LockSite site;
    private final int records;
    private final boolean codesAreUsers;
    private final Consumer<? super LockEvent> past;
    private boolean reading;

    /**
     * @param records how many the log has at the most
     * @param codesAreUsers whether the lock's user is the slot of its code
     * @param past hears what the log tells
     */
    LockLog(LockEndpoint lock, LockSite site, int records, boolean codesAreUsers, Consumer<? super LockEvent> past) {
        this.lock = lock;
        this.site = site;
        this.records = records;
        this.codesAreUsers = codesAreUsers;
        this.past = past;
    }

    /** Takes note of what the lock told at once. */
    void heard(LockEvent event) {
        Optional<LogPosition> position = position();
        if (position.isPresent()) {
            LogPosition.words(event).ifPresent(words -> keep(position.get().hearing(words)));
        }
    }

    /** Reads what is new, if that is not going on already. */
    void read() {
        if (reading) {
            return;
        }
        reading = true;
        latest().whenComplete((done, failure) -> {
            reading = false;
            if (failure != null) {
                log.debug("the log of {} could not be read: {}", lock.id(), failure.getMessage());
            }
        });
    }

    private CompletableFuture<Void> latest() {
        Optional<LogPosition> position = position();
        int heard = position.map(each -> each.heard().size()).orElse(0);
        return get(0).thenCompose(newest -> {
            if (position.isEmpty()) {
                keep(new LogPosition(newest.filled() ? words(newest) : "", List.of()));
                return CompletableFuture.completedFuture(null);
            }
            List<LoggingRecord.Report> found = new ArrayList<>();
            if (!isNew(newest, position.get(), found)) {
                forget(heard);
                return CompletableFuture.completedFuture(null);
            }
            found.add(newest);
            return older(newest.record(), position.get(), found).thenRun(() -> tell(found, heard));
        });
    }

    private CompletableFuture<Void> older(int latest, LogPosition position, List<LoggingRecord.Report> found) {
        if (found.size() >= Math.min(records, MOST_READ)) {
            return CompletableFuture.completedFuture(null);
        }
        return get(number(latest, found.size())).thenCompose(next -> {
            if (!isNew(next, position, found)) {
                return CompletableFuture.completedFuture(null);
            }
            found.add(next);
            return older(latest, position, found);
        });
    }

    /** The latest is number 1, or where a lock counts on in a ring, the number that it tells. */
    private int number(int latest, int back) {
        return latest <= 1 ? back + 1 : Math.floorMod(latest - 1 - back, records) + 1;
    }

    private static boolean isNew(LoggingRecord.Report record, LogPosition position, List<LoggingRecord.Report> found) {
        return record.filled()
                && record.at().time().isPresent()
                && !words(record).equals(position.newest())
                && found.stream().noneMatch(each -> words(each).equals(words(record)));
    }

    private CompletableFuture<LoggingRecord.Report> get(int number) {
        return lock.channel().get(new LoggingRecord.Get(number)).thenApply(report -> {
            report.code().ifPresent(Secret::wipe);
            return report;
        });
    }

    /** What was heard and is not in the log by now never will be. */
    private void forget(int heardBefore) {
        position()
                .filter(each -> heardBefore > 0)
                .ifPresent(each -> keep(new LogPosition(
                        each.newest(),
                        each.heard()
                                .subList(
                                        Math.min(heardBefore, each.heard().size()),
                                        each.heard().size()))));
    }

    /** Kept before it is told: rather lost in a crash than told twice. */
    private void tell(List<LoggingRecord.Report> found, int heardBefore) {
        List<String> heard = position().map(LogPosition::heard).orElse(List.of());
        int known = Math.min(heardBefore, heard.size());
        List<String> again = new ArrayList<>(heard.subList(0, known));
        keep(new LogPosition(words(found.get(0)), heard.subList(known, heard.size())));
        Collections.reverse(found);
        for (LoggingRecord.Report record : found) {
            List<LockEvent> events = events(record);
            boolean told = events.stream()
                    .flatMap(each -> LogPosition.words(each).stream())
                    .anyMatch(again::remove);
            if (!told) {
                events.forEach(past);
            }
        }
    }

    private List<LockEvent> events(LoggingRecord.Report record) {
        Instant at = record.at().time().orElseThrow().atZone(site.zone()).toInstant();
        Optional<Actor> user = UserCredentialEvents.actor(record.userId());
        return LoggedMeanings.of(record.event())
                .map(each -> events(each, record, at, user))
                .orElse(List.of());
    }

    private List<LockEvent> events(
            EventMeaning meaning, LoggingRecord.Report record, Instant at, Optional<Actor> user) {
        if (meaning instanceof EventMeaning.Operated operated) {
            boolean personal = operated.source() == Source.KEYPAD || operated.source() == Source.REMOTE;
            Optional<Actor> who = personal ? user : Optional.empty();
            return List.of(new LockEvent.Operation(
                    lock.id(),
                    at,
                    operated.action(),
                    operated.source(),
                    who,
                    who.flatMap(each -> place(each.index())),
                    LoggedMeanings.error(record.event())));
        } else if (meaning instanceof EventMeaning.Complained complained) {
            return List.of(new LockEvent.Alarm(lock.id(), at, complained.kind(), Optional.empty()));
        } else if (meaning instanceof EventMeaning.CodeChanged changed) {
            return List.of(
                    new LockEvent.UserChange(lock.id(), at, changed.change(), user),
                    new LockEvent.CredentialChange(
                            lock.id(), at, changed.change(), user.flatMap(each -> place(each.index())), user));
        }
        return List.of(new LockEvent.CredentialChange(
                lock.id(),
                at,
                Change.MODIFIED,
                Optional.of(new Credential(CredentialType.PROGRAMMING_PIN, 1)),
                Optional.empty()));
    }

    private Optional<Credential> place(int user) {
        return codesAreUsers ? Optional.of(new Credential(CredentialType.PIN, user)) : Optional.empty();
    }

    private static String words(LoggingRecord.Report record) {
        return record.at().time().map(Object::toString).orElse("-") + " "
                + record.event().code() + " " + record.userId();
    }

    private Optional<LogPosition> position() {
        return site.notes().read(Subject.LOG).map(LogPosition::decode);
    }

    private void keep(LogPosition position) {
        site.notes().write(Subject.LOG, position.encode());
    }
}
