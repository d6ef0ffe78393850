package org.lockcredentials.zwave;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.lockcredentials.zwave.port.PortAddress;
import org.lockcredentials.zwave.port.ZWavePort;
import org.lockcredentials.zwave.security.NetworkKeys;

/**
 * How a Z-Wave network is reached.
 *
 * @param port the way to the stick
 * @param answerTime how long a lock that has a question may take to answer; one that is woken by a beam gets two seconds more
 * @param sendTime how long a command may wait for a stick that is busy or away
 * @param zone in which the locks hang: their clocks, schedules and logs are in its local time
 * @param keys of a network that other software made, which stay the host's to wipe; if empty, the backend makes keys of its own when
 *     it first needs them, and keeps them in its store
 */
public record ZWaveConfig(
        ZWavePort port, Duration answerTime, Duration sendTime, ZoneId zone, Optional<NetworkKeys> keys) {

    /** @throws IllegalArgumentException if {@code answerTime} is less than the 1 s that Z-Wave gives a node, or {@code sendTime} is not positive */
    public ZWaveConfig {
        Objects.requireNonNull(port, "port");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(keys, "keys");
        if (answerTime.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("a node has at least 1 s to answer, not " + answerTime);
        }
        if (sendTime.isNegative() || sendTime.isZero()) {
            throw new IllegalArgumentException("the time for sending must be positive, is " + sendTime);
        }
    }

    /**
     * A stick at a serial device, such as {@code /dev/ttyACM0} or {@code COM3}, or at {@code tcp://host:port}.
     *
     * @throws IllegalArgumentException if the address is neither
     */
    public static ZWaveConfig of(String address) {
        return at(address).build();
    }

    /**
     * Begins a configuration, for a stick at a serial device or at {@code tcp://host:port}.
     *
     * @throws IllegalArgumentException if the address is neither
     */
    public static Builder at(String address) {
        return new Builder(PortAddress.parse(address).port());
    }

    /** Begins a configuration, for a stick that the host reaches in a way of its own. */
    public static Builder at(ZWavePort port) {
        return new Builder(port);
    }

    /** Collects the parts of a {@link ZWaveConfig}; not safe for use by several threads. */
    public static final class Builder {
        private final ZWavePort port;
        private Duration answerTime = Duration.ofSeconds(5);
        private Duration sendTime = Duration.ofSeconds(20);
        private ZoneId zone = ZoneId.systemDefault();
        private Optional<NetworkKeys> keys = Optional.empty();

        private Builder(ZWavePort port) {
            this.port = Objects.requireNonNull(port, "port");
        }

        /** Default 5 seconds. */
        public Builder answerTime(Duration value) {
            answerTime = value;
            return this;
        }

        /** Default 20 seconds. */
        public Builder sendTime(Duration value) {
            sendTime = value;
            return this;
        }

        /** Default is the zone of this system. */
        public Builder zone(ZoneId value) {
            zone = value;
            return this;
        }

        /** Keys of a network that other software made; default is keys of the backend's own. */
        public Builder keys(NetworkKeys value) {
            keys = Optional.of(value);
            return this;
        }

        /** @throws IllegalArgumentException if a time is out of its range */
        public ZWaveConfig build() {
            return new ZWaveConfig(port, answerTime, sendTime, zone, keys);
        }
    }
}
