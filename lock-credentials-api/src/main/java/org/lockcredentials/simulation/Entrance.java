package org.lockcredentials.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialRule;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.UserType;
import org.lockcredentials.event.LockEvent.AlarmKind;
import org.lockcredentials.event.LockEvent.Source;
import org.lockcredentials.schedule.Schedule;

/** Who is let in: what the lock does with a credential that somebody presents; its lock's monitor guards it. */
final class Entrance {

    private static final Duration TOGETHER = Duration.ofSeconds(30);

    private final LockProfile profile;
    private final Contents contents;
    private final Writes own;
    private final Bolt bolt;
    private final Announcer announcer;
    private final LockTime time;
    private final Map<Credential, Instant> presented = new LinkedHashMap<>();
    private int wrongInARow;

    Entrance(LockProfile profile, Contents contents, Writes own, Bolt bolt, Announcer announcer, LockTime time) {
        this.profile = profile;
        this.contents = contents;
        this.own = own;
        this.bolt = bolt;
        this.announcer = announcer;
        this.time = time;
    }

    /** True if the lock opened. */
    boolean present(List<CredentialType> types, Secret secret, Source source) {
        Optional<StoredCredential> found = types.stream()
                .flatMap(type -> contents.find(type, secret).stream())
                .findFirst();
        Optional<String> objection =
                found.map(held -> objection(held, source)).orElseGet(() -> Optional.of("no such credential"));
        if (objection.isPresent()) {
            announcer.denied(source, found, objection.get());
            countWrong(found);
            return false;
        }
        wrongInARow = 0;
        StoredCredential held = found.orElseThrow();
        return complete(held) && open(held, source);
    }

    /** What speaks against moving the bolt by radio, with or without a code. */
    Optional<String> objectionToRemote(Optional<Secret> code) {
        if (code.isEmpty()) {
            return profile.has(Trait.REMOTE_NEEDS_CODE) ? Optional.of("a code is needed") : Optional.empty();
        }
        return code.flatMap(secret -> contents.find(CredentialType.PIN, secret))
                .map(held -> objection(held, Source.REMOTE))
                .orElseGet(() -> Optional.of("no such credential"));
    }

    void forget() {
        presented.clear();
        wrongInARow = 0;
    }

    private Optional<String> objection(StoredCredential held, Source source) {
        StoredUser who = contents.user(held.userIndex()).orElseThrow();
        if (Timetable.expired(who, time.now()) && who.user().enabled()) {
            own.retire(who.index());
            return Optional.of("expired");
        }
        if (!who.user().enabled()) {
            return Optional.of("disabled");
        }
        UserType type = who.user().type();
        if (type == UserType.NON_ACCESS || (type == UserType.REMOTE_ONLY && source != Source.REMOTE)) {
            return Optional.of("no access for this type of user");
        }
        return Timetable.admits(who, holidays(), time.now()) ? Optional.empty() : Optional.of("outside the schedule");
    }

    /** True if the user has presented as many credentials as the rule asks for. */
    private boolean complete(StoredCredential held) {
        CredentialRule rule =
                contents.user(held.userIndex()).orElseThrow().user().rule();
        Instant now = time.now();
        presented.values().removeIf(when -> when.plus(TOGETHER).isBefore(now));
        presented.put(held.place(), now);
        long together = contents.credentialsOf(held.userIndex()).stream()
                .filter(presented::containsKey)
                .count();
        return together > rule.ordinal();
    }

    private boolean open(StoredCredential held, Source source) {
        presented.clear();
        try {
            bolt.move(false, source, Optional.of(held));
        } catch (LockCredentialException jammed) {
            return false;
        }
        StoredUser who = contents.user(held.userIndex()).orElseThrow();
        contents.put(who.usedAt(time.now()));
        User user = who.user();
        if (user.type() == UserType.DURESS) {
            announcer.alarm(AlarmKind.DURESS, Optional.of(user.index()));
        }
        if (user.type() == UserType.DISPOSABLE) {
            own.retire(user.index());
        }
        return true;
    }

    private void countWrong(Optional<StoredCredential> found) {
        if (found.isEmpty() && ++wrongInARow >= profile.wrongCodeLimit()) {
            wrongInARow = 0;
            announcer.alarm(AlarmKind.WRONG_CODE_LIMIT, Optional.empty());
        }
    }

    private List<Schedule.Holiday> holidays() {
        return contents.users().stream()
                .flatMap(user -> user.user().schedules().stream())
                .filter(Schedule.Holiday.class::isInstance)
                .map(Schedule.Holiday.class::cast)
                .toList();
    }
}
