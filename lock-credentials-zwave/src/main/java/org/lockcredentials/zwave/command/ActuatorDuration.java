package org.lockcredentials.zwave.command;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a change still takes, in the one-byte encoding that reports share (SDS13781 §3, actuator command classes).
 *
 * @param code 0x00 done, 0x01 to 0x7F seconds, 0x80 to 0xFD one minute and up, 0xFE unknown, 0xFF reserved
 */
public record ActuatorDuration(int code) {

    public static final ActuatorDuration DONE = new ActuatorDuration(0x00);
    public static final ActuatorDuration UNKNOWN = new ActuatorDuration(0xFE);

    public ActuatorDuration {
        Range.u8("duration", code);
    }

    /** The time, or empty if the node does not know it. */
    public Optional<Duration> time() {
        if (code >= UNKNOWN.code) {
            return Optional.empty();
        }
        return Optional.of(code < 0x80 ? Duration.ofSeconds(code) : Duration.ofMinutes(code - 0x7F));
    }
}
