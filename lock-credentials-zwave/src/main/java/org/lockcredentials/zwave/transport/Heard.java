package org.lockcredentials.zwave.transport;

import java.util.Optional;
import org.lockcredentials.zwave.command.Command;

/**
 * What a node made known of a command that changes something.
 *
 * @param delivery what is known of the command
 * @param report what the node told besides, about this very command
 */
public record Heard<R extends Command>(Delivery delivery, Optional<R> report) {}
