package org.lockcredentials.zwave.transport;

import java.time.Duration;
import org.lockcredentials.zwave.command.Command;

/**
 * A command on its way between the layers; each layer wraps it once more or unwraps it.
 *
 * @param address the far end
 * @param command what is carried
 * @param options how the sender wants it carried; of no meaning on the way back
 */
public record Envelope(Address address, Command command, Options options) {

    /**
     * How a command is carried.
     *
     * @param supervised whether the node is asked to report how the command ended
     * @param patience how long a report may take once the node has the command
     */
    public record Options(boolean supervised, Duration patience) {}

    private static final Options RECEIVED = new Options(false, Duration.ZERO);

    /** What came from a node. */
    public static Envelope from(Address address, Command command) {
        return new Envelope(address, command, RECEIVED);
    }

    /** The same way for what the command is wrapped in or unwrapped to. */
    public Envelope carrying(Command other) {
        return new Envelope(address, other, options);
    }

    /** The same command at another address. */
    public Envelope at(Address other) {
        return new Envelope(other, command, options);
    }
}
