package org.lockcredentials.internal.plan;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.User;
import org.lockcredentials.UserType;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.plan.PlanChange.Part;

/** In what a user is otherwise than a plan says; what the plan says nothing of is as it should be. */
record UserDifference(AccessRequest request, User user) {

    private static final Set<UserType> BOUND_TO_SCHEDULES =
            EnumSet.of(UserType.WEEK_DAY, UserType.YEAR_DAY, UserType.SCHEDULE_RESTRICTED);

    Set<Part> parts() {
        UserUpdate wanted = request.user();
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (wanted.name().isPresent() && !wanted.name().equals(user.name())) {
            parts.add(Part.NAME);
        }
        if (wanted.type().filter(type -> !isSame(type)).isPresent()) {
            parts.add(Part.TYPE);
        }
        if (differs(wanted.rule(), user.rule())) {
            parts.add(Part.RULE);
        }
        if (differs(wanted.enabled(), user.enabled())) {
            parts.add(Part.ENABLED);
        }
        return parts;
    }

    /** Locks that tell users with schedules by their type make one of a general user who has some. */
    private boolean isSame(UserType type) {
        boolean bound =
                type == UserType.GENERAL && !request.schedules().isEmpty() && BOUND_TO_SCHEDULES.contains(user.type());
        return bound || type == user.type();
    }

    private static <T> boolean differs(Optional<T> wanted, T there) {
        return wanted.filter(value -> !value.equals(there)).isPresent();
    }
}
