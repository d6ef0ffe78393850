package org.lockcredentials.zwave.transport;

import java.time.Duration;
import java.util.Optional;
import org.lockcredentials.zwave.command.Command;

/**
 * What has come of an order.
 *
 * @param delivery what is known of the command itself
 * @param report the node's report of the effect, if it came and could be trusted
 * @param left how much of the time that the node may take is left, since nothing more was to be expected
 */
public record Effect<R extends Command>(Delivery delivery, Optional<R> report, Duration left) {}
