package org.lockcredentials;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lockcredentials.schedule.Schedule;

/**
 * A user as a lock holds it. Where a lock keeps no names, the name is the one the SDK keeps for it.
 *
 * @param index place among the lock's users, from 1
 * @param name name, if one was given
 * @param enabled whether the user's credentials work
 * @param type what the credentials are good for
 * @param rule how many credentials must be presented
 * @param credentials the user's credentials, by type and slot
 * @param schedules when the credentials work, as far as they came with the user or were set since: locks tell them apart from users, so empty may
 *     mean that nobody asked; {@link Schedules#list} asks
 * @param creator who made the user, where the lock tells: a node, a fabric, {@code keypad}
 * @param modifier who changed the user last, where the lock tells
 */
public record User(
        int index,
        Optional<String> name,
        boolean enabled,
        UserType type,
        CredentialRule rule,
        List<Credential> credentials,
        List<Schedule> schedules,
        Optional<String> creator,
        Optional<String> modifier) {

    public User {
        if (index < 1 || index > 65_535) {
            throw new IllegalArgumentException("user index must be 1 to 65535, is " + index);
        }
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(rule, "rule");
        credentials = List.copyOf(credentials);
        schedules = List.copyOf(schedules);
    }

    /** An enabled general user without credentials, to start from. */
    public static User general(int index, Optional<String> name) {
        return new User(
                index,
                name,
                true,
                UserType.GENERAL,
                CredentialRule.SINGLE,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    public User withName(Optional<String> other) {
        return new User(index, other, enabled, type, rule, credentials, schedules, creator, modifier);
    }

    public User withEnabled(boolean other) {
        return new User(index, name, other, type, rule, credentials, schedules, creator, modifier);
    }

    public User withCredentials(List<Credential> others) {
        return new User(index, name, enabled, type, rule, others, schedules, creator, modifier);
    }

    public User withSchedules(List<Schedule> others) {
        return new User(index, name, enabled, type, rule, credentials, others, creator, modifier);
    }

    public boolean holds(CredentialType credentialType) {
        return credentials.stream().anyMatch(credential -> credential.type() == credentialType);
    }
}
