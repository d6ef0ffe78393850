package org.lockcredentials.internal.record;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialRule;
import org.lockcredentials.User;
import org.lockcredentials.UserType;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.schedule.Schedule;

/**
 * What the SDK keeps of a user: what the lock does not, and the last known name, by which events call the user in a later process too.
 *
 * @param state where the user is
 * @param user the user; of one on the lock only index and name, of one that is disabled also the schedules that went with the codes
 * @param expiry for an expiring user that is not on the lock yet
 */
public record UserRecord(State state, User user, Optional<Duration> expiry) {

    /** Where the user is. */
    public enum State {
        /** Not on the lock: it takes no user without a code, and none came yet. */
        KEPT,
        /** On the lock or not: the first code was sent, and no answer was heard. */
        SENT,
        /** On the lock; kept is the name, which the lock has not or which must be known without asking it. */
        PRESENT,
        /** Disabled by taking the codes off the lock; they are kept beside this record. */
        DISABLED
    }

    public static UserRecord kept(User user, Optional<Duration> expiry) {
        return new UserRecord(State.KEPT, user, expiry);
    }

    /** The same user, whose first code is about to be sent. */
    public UserRecord sent() {
        return new UserRecord(State.SENT, user, expiry);
    }

    public static UserRecord present(int index, Optional<String> name) {
        return new UserRecord(State.PRESENT, User.general(index, name), Optional.empty());
    }

    public static UserRecord disabled(User user) {
        return new UserRecord(State.DISABLED, user.withEnabled(false), Optional.empty());
    }

    public int index() {
        return user.index();
    }

    public boolean is(State other) {
        return state == other;
    }

    byte[] encode() {
        Lines.Writer lines = Lines.write("user")
                .line("index", Integer.toString(user.index()))
                .line("state", state.name())
                .text("name", user.name())
                .line("enabled", Boolean.toString(user.enabled()))
                .line("type", user.type().name())
                .line("rule", user.rule().name());
        expiry.ifPresent(time -> lines.line("expiry", Long.toString(time.toMinutes())));
        return lines.credentials("credential", user.credentials())
                .schedules(user.schedules())
                .end();
    }

    static UserRecord decode(byte[] bytes) throws DecodeException {
        Lines lines = Lines.read(bytes, "user");
        int index = Lines.number(lines.word("index"), 1, 65_535);
        State state = Lines.constant(State.class, lines.word("state"));
        Optional<String> name = lines.optionalText("name");
        boolean enabled = truth(lines.word("enabled"));
        UserType type = Lines.constant(UserType.class, lines.word("type"));
        CredentialRule rule = Lines.constant(CredentialRule.class, lines.word("rule"));
        Optional<Duration> expiry = lines.at("expiry")
                ? Optional.of(Duration.ofMinutes(Lines.number(lines.word("expiry"), 1, 65_535)))
                : Optional.empty();
        List<Credential> credentials = lines.credentials("credential");
        List<Schedule> schedules = lines.schedules();
        lines.end();
        User user =
                new User(index, name, enabled, type, rule, credentials, schedules, Optional.empty(), Optional.empty());
        return new UserRecord(state, user, expiry);
    }

    private static boolean truth(String word) throws DecodeException {
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new DecodeException("a record holds a word that is neither true nor false");
        };
    }
}
