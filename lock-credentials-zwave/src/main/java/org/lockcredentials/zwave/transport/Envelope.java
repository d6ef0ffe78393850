package org.lockcredentials.zwave.transport;

import java.time.Duration;
import java.util.Optional;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.security.Protection;

/**
 * A command on its way between the layers; each layer wraps it once more or unwraps it.
 *
 * @param address the far end
 * @param command what is carried
 * @param options how the sender wants it carried; of what was received, how it came
 */
public record Envelope(Address address, Command command, Options options) {

    /**
     * How a command is carried.
     *
     * @param supervised whether the node is asked to report how the command ended
     * @param attempts how often it is asked so, if it keeps silent
     * @param patience how long a report may take once the node has the command; zero if none is awaited
     * @param protection what it is encapsulated in; if empty, whatever its node takes commands in
     */
    public record Options(boolean supervised, int attempts, Duration patience, Optional<Protection> protection) {

        /** For a command that goes as its node takes commands. */
        public Options(boolean supervised, Duration patience) {
            this(supervised, patience, Optional.empty());
        }

        public Options(boolean supervised, Duration patience, Optional<Protection> protection) {
            this(supervised, 1, patience, protection);
        }

        /** The same, asked so often. */
        public Options attempts(int most) {
            return new Options(supervised, most, patience, protection);
        }

        /** The same with a report of the end, or without. */
        public Options supervised(boolean wanted) {
            return new Options(wanted, attempts, patience, protection);
        }
    }

    private static final Options IN_CLEAR = received(new Protection.Clear());

    /** What came from a node in the clear. */
    public static Envelope from(Address address, Command command) {
        return new Envelope(address, command, IN_CLEAR);
    }

    /** What came from a node encapsulated; answers that are {@link #carrying} go the same way. */
    public static Envelope from(Address address, Command command, Protection protection) {
        return new Envelope(address, command, received(protection));
    }

    /** The same way for what the command is wrapped in or unwrapped to. */
    public Envelope carrying(Command other) {
        return new Envelope(address, other, options);
    }

    /** The same command at another address. */
    public Envelope at(Address other) {
        return new Envelope(other, command, options);
    }

    private static Options received(Protection protection) {
        return new Options(false, Duration.ZERO, Optional.of(protection));
    }
}
