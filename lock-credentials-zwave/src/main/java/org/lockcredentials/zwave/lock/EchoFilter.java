package org.lockcredentials.zwave.lock;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Change;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.notification.Notification;
import org.lockcredentials.zwave.command.notification.NotificationEvent;
import org.lockcredentials.zwave.command.usercredential.UserRecord;
import org.lockcredentials.zwave.command.usercredential.UserReportType;

/**
 * Recognises a report that a lock sends more than once: repeated by the network, sent to the lifeline besides, or told by
 * notification and by report. One that counts its reports is recognised by the number, another by the same words within moments.
 */
final class EchoFilter {

    private static final Duration SAME_NUMBER = Duration.ofSeconds(10);
    private static final Duration SAME_WORDS = Duration.ofSeconds(2);
    private static final int REMEMBERED = 16;

    private record Told(Object words, Instant until) {}

    private record Numbered(int type, int number) {}

    private final Map<Object, Told> told = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Told> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** True if this very report was heard just before. */
    boolean isRepeated(Command command, Instant now) {
        if (command instanceof UserRecord.Report user) {
            return user.reason().equals(UserReportType.MODIFIED)
                    && isKnown(List.of(UserRecord.class, user.userId()), user, SAME_WORDS, now);
        }
        if (!(command instanceof Notification.Report report) || report.event().isEmpty()) {
            return false;
        }
        NotificationEvent event = report.event().get();
        return event.sequence().isPresent()
                && isKnown(
                        new Numbered(event.type().code(), event.sequence().getAsInt()),
                        event.event(),
                        SAME_NUMBER,
                        now);
    }

    /** True if the same was told just before, and nothing else about the same thing since. */
    boolean isEcho(LockEvent event, Instant now) {
        if (event instanceof LockEvent.Operation each) {
            return isKnown(
                    LockEvent.Operation.class,
                    List.of(each.action(), each.source(), each.user(), each.credential(), each.error()),
                    SAME_WORDS,
                    now);
        } else if (event instanceof LockEvent.Alarm each) {
            return isKnown(List.of(LockEvent.Alarm.class, each.kind()), each.user(), SAME_WORDS, now);
        } else if (event instanceof LockEvent.UserChange each) {
            boolean known = isKnown(List.of(LockEvent.UserChange.class, each.user()), each.change(), SAME_WORDS, now);
            // One change after another is two; a report that came twice was recognised as such.
            return known && each.change() != Change.MODIFIED;
        } else if (event instanceof LockEvent.CredentialChange each) {
            return isKnown(
                    List.of(LockEvent.CredentialChange.class, each.credential(), each.user()),
                    each.change(),
                    SAME_WORDS,
                    now);
        }
        return false;
    }

    private boolean isKnown(Object subject, Object words, Duration time, Instant now) {
        Told last = told.put(subject, new Told(words, now.plus(time)));
        return last != null && last.words.equals(words) && !last.until.isBefore(now);
    }
}
