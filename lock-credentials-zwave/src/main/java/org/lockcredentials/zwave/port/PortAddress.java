package org.lockcredentials.zwave.port;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a stick is reached, in the form a person writes it. */
public sealed interface PortAddress {

    /**
     * Reads {@code tcp://host:port} (an IPv6 address in brackets) or else the name of a serial device, such as
     * {@code /dev/ttyACM0}, {@code /dev/serial/by-id/…} or {@code COM3}.
     *
     * @throws IllegalArgumentException if the text is blank, names another scheme, or its TCP port is not 1 to 65,535
     */
    static PortAddress parse(String text) {
        String address = text.strip();
        if (address.isEmpty()) {
            throw new IllegalArgumentException("a port needs a device path or tcp://host:port");
        }
        Matcher scheme = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(.*)").matcher(address);
        if (!scheme.matches()) {
            return new Serial(address);
        }
        if (!scheme.group(1).toLowerCase(Locale.ROOT).equals("tcp")) {
            throw new IllegalArgumentException(
                    "a port is a device path or tcp://host:port, not " + scheme.group(1) + "://");
        }
        Matcher target = Pattern.compile("(?:\\[([^\\]]+)\\]|([^:/\\[\\]]+)):(\\d{1,5})/?")
                .matcher(scheme.group(2));
        if (!target.matches()) {
            throw new IllegalArgumentException("expected tcp://host:port, got " + address);
        }
        String host = target.group(1) != null ? target.group(1) : target.group(2);
        return new Tcp(host, Integer.parseInt(target.group(3)));
    }

    /** The port at this address, not open yet. */
    ZWavePort port();

    /** A serial device by its path or name. */
    record Serial(String device) implements PortAddress {

        @Override
        public ZWavePort port() {
            return new ThreadedPort(device, () -> SerialChannel.at(device));
        }

        @Override
        public String toString() {
            return device;
        }
    }

    /** A stick behind a TCP socket that carries its bytes as they are; {@code number} is 1 to 65,535. */
    record Tcp(String host, int number) implements PortAddress {

        public Tcp {
            if (number < 1 || number > 65_535) {
                throw new IllegalArgumentException("a TCP port is 1 to 65535, not " + number);
            }
        }

        @Override
        public ZWavePort port() {
            return new ThreadedPort(toString(), () -> new TcpChannel(this));
        }

        @Override
        public String toString() {
            return "tcp://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + number;
        }
    }
}
