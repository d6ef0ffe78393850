package org.lockcredentials;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lockcredentials.schedule.ScheduleKind;

/**
 * What a lock can do. What is not here is answered with {@link Reason#UNSUPPORTED} before anything is sent.
 *
 * @param users what its users can be
 * @param credentials what it takes as a credential, by type
 * @param schedules schedule slots for each user, by kind; {@link ScheduleKind#HOLIDAY} counts those of the whole lock
 * @param enabling how users are enabled and disabled
 * @param features what else it has
 */
public record Capabilities(
        Users users,
        Map<CredentialType, Credentials> credentials,
        Map<ScheduleKind, Integer> schedules,
        Enabling enabling,
        Set<Feature> features) {

    public Capabilities {
        Objects.requireNonNull(users, "users");
        Objects.requireNonNull(enabling, "enabling");
        credentials = Map.copyOf(credentials);
        schedules = Map.copyOf(schedules);
        features = Set.copyOf(features);
    }

    /** What it takes as credentials of one type; empty if it has none of that type. */
    public Optional<Credentials> credentials(CredentialType type) {
        return Optional.ofNullable(credentials.get(type));
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /**
     * What a lock's users can be.
     *
     * @param max how many, 0 if the lock has none
     * @param maxNameLength characters of a name; a lock that keeps no names has the SDK keep them
     * @param types types it knows
     * @param rules rules it knows
     * @param model how users and credentials belong together
     */
    public record Users(int max, int maxNameLength, Set<UserType> types, Set<CredentialRule> rules, UserModel model) {

        public Users {
            types = types.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(types));
            rules = rules.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(rules));
            Objects.requireNonNull(model, "model");
        }
    }

    /** How users and credentials belong together. */
    public enum UserModel {
        /** Users have an index of their own and exist without credentials. */
        SEPARATE,
        /** A code's slot is its user: index and slot are one number, and the lock holds no user without a code. */
        SLOT_IS_USER
    }

    /**
     * What a lock takes as credentials of one type.
     *
     * @param slots how many
     * @param minLength bytes at the least
     * @param maxLength bytes at the most
     * @param perUser how many one user may have
     * @param writable whether they can be written as data
     * @param learnable whether the lock can enrol them itself
     * @param readBack what a lock shows of what it holds
     */
    public record Credentials(
            int slots,
            int minLength,
            int maxLength,
            int perUser,
            boolean writable,
            boolean learnable,
            ReadBack readBack) {}

    /** What a lock shows of the credentials it holds. */
    public enum ReadBack {
        /** The data itself. */
        DATA,
        /** Whether a slot is taken, and by whom. */
        PRESENCE,
        /** Nothing certain: a code may come back masked. */
        MASKED
    }

    /** How users are enabled and disabled. */
    public enum Enabling {
        /** The lock has a state for it. */
        NATIVE,
        /** The SDK takes the code off the lock and puts it back; done only when the host allows it. */
        EMULATED,
        /** Not at all. */
        NONE
    }

    /** What else a lock may have. */
    public enum Feature {
        /** A code that opens the lock's own menu can be set. */
        ADMIN_CODE,
        /** A credential can be handed to another user. */
        CREDENTIAL_ASSIGNMENT,
        /** One question tells whether anything changed. */
        CHECKSUM,
        /** The bolt can be operated. */
        DOOR_OPERATION,
        /** The bolt can be drawn back without the latch being pulled. */
        UNBOLTING,
        /** The lock keeps a record of its own, from which comes as events what happened while nobody listened. */
        DOOR_LOG
    }
}
