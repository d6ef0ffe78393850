package org.lockcredentials.matter.lock;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** From when to when, in whole minutes: a lock counts seconds, the model does not. */
record Times(LocalDateTime start, LocalDateTime end) {

    /** What a lock told; empty if there is nothing there, or nothing sensible. */
    static Optional<Times> of(int status, Optional<LocalDateTime> start, Optional<LocalDateTime> end) {
        return status == 0
                ? start.flatMap(from -> end.map(to ->
                                new Times(from.truncatedTo(ChronoUnit.MINUTES), to.truncatedTo(ChronoUnit.MINUTES))))
                        .filter(times -> times.end.isAfter(times.start))
                : Optional.empty();
    }
}
