package org.lockcredentials.zwave.inclusion;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.lockcredentials.zwave.security.Dsk;

/**
 * How a node is included.
 *
 * @param networkWide whether nodes may join through others, rather than within reach of the stick only
 * @param allowS0 whether a node that knows no better than Security 0 may join: who listens meanwhile learns that key
 * @param allowInsecure whether a node without any security may join, and be spoken to in the clear
 * @param dsk what is known of the node's printed key beforehand, so that nobody is asked for it
 * @param patience how long to wait for a node that asks to join
 */
public record InclusionOptions(
        boolean networkWide, boolean allowS0, boolean allowInsecure, Optional<Dsk> dsk, Duration patience) {

    /** INS13954 §4.4.1.3.2 asks not to wait longer. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** @throws IllegalArgumentException if {@code patience} is not above 0 and at most 60 s */
    public InclusionOptions {
        Objects.requireNonNull(dsk, "dsk");
        if (patience.isNegative() || patience.isZero() || patience.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("the stick may wait for a node up to 60 s, not " + patience);
        }
    }

    /** Network-wide, Security 2 only, and the user is asked. */
    public static InclusionOptions standard() {
        return builder().build();
    }

    /** Begins options that are the standard ones but for what is set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of {@link InclusionOptions}; not safe for use by several threads. */
    public static final class Builder {
        private boolean networkWide = true;
        private boolean allowS0;
        private boolean allowInsecure;
        private Optional<Dsk> dsk = Optional.empty();
        private Duration patience = LONGEST;

        private Builder() {}

        /** Default true. */
        public Builder networkWide(boolean value) {
            networkWide = value;
            return this;
        }

        /** Default false. */
        public Builder allowS0(boolean value) {
            allowS0 = value;
            return this;
        }

        /** Default false. */
        public Builder allowInsecure(boolean value) {
            allowInsecure = value;
            return this;
        }

        /** Default: the user is asked. */
        public Builder dsk(Dsk value) {
            dsk = Optional.of(value);
            return this;
        }

        /** Default and most 60 seconds. */
        public Builder patience(Duration value) {
            patience = value;
            return this;
        }

        /** @throws IllegalArgumentException if the patience is out of its range */
        public InclusionOptions build() {
            return new InclusionOptions(networkWide, allowS0, allowInsecure, dsk, patience);
        }
    }
}
