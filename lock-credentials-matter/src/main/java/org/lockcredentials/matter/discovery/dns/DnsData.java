package org.lockcredentials.matter.discovery.dns;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** What a record says. */
public sealed interface DnsData {

    /** A number of {@link DnsType} or any other, 0 to 65,535. */
    int type();

    /** Without compressed names, which are right wherever they are put. */
    byte[] encode();

    /** Reads what a record of {@code type} says in the next {@code length} bytes; names in it may point into the message. */
    static DnsData decode(int type, byte[] message, ByteReader fields, int length) throws DecodeException {
        if (length > fields.remaining()) {
            throw new DecodeException("a record of " + length + " bytes, of which there are " + fields.remaining());
        }
        int left = fields.remaining() - length;
        DnsData data = switch (type) {
            case DnsType.A, DnsType.AAAA -> Address.decode(type, fields.bytes(length));
            case DnsType.PTR -> new Pointer(DnsName.decode(message, fields));
            case DnsType.SRV -> Service.decode(message, fields);
            case DnsType.TXT -> Text.decode(fields.slice(length));
            default -> new Other(type, new String(fields.bytes(length), StandardCharsets.ISO_8859_1));
        };
        if (fields.remaining() != left) {
            throw new DecodeException("a record of type " + type + " is not " + length + " bytes long");
        }
        return data;
    }

    /**
     * Where a host is: A and AAAA (RFC 1035 3.4.1, RFC 3596).
     *
     * @param address of IPv4 or IPv6, without a scope
     */
    record Address(InetAddress address) implements DnsData {

        private static final int NO_SCOPE = -1;

        @Override
        public int type() {
            return address instanceof Inet6Address ? DnsType.AAAA : DnsType.A;
        }

        @Override
        public byte[] encode() {
            return address.getAddress();
        }

        static Address decode(int type, byte[] bytes) throws DecodeException {
            try {
                if (bytes.length != (type == DnsType.A ? 4 : 16)) {
                    throw new DecodeException("an address of " + bytes.length + " bytes");
                }
                // InetAddress would make an IPv4 address of a mapped one.
                return new Address(
                        type == DnsType.A
                                ? InetAddress.getByAddress(bytes)
                                : Inet6Address.getByAddress(null, bytes, NO_SCOPE));
            } catch (UnknownHostException wrongLength) {
                throw new DecodeException("an address of " + bytes.length + " bytes");
            }
        }
    }

    /**
     * Another name (RFC 1035 3.3.12); in service discovery, one instance of a service.
     *
     * @param target the other name
     */
    record Pointer(DnsName target) implements DnsData {

        @Override
        public int type() {
            return DnsType.PTR;
        }

        @Override
        public byte[] encode() {
            ByteWriter data = new ByteWriter();
            target.encode(data, new HashMap<>());
            return data.takeBytes();
        }
    }

    /**
     * The host and port of a service (RFC 2782).
     *
     * @param priority 0 to 65,535, the lowest first
     * @param weight 0 to 65,535
     * @param port 0 to 65,535
     * @param target name of the host
     */
    record Service(int priority, int weight, int port, DnsName target) implements DnsData {

        @Override
        public int type() {
            return DnsType.SRV;
        }

        @Override
        public byte[] encode() {
            ByteWriter data = new ByteWriter().u16(priority).u16(weight).u16(port);
            // Places in this writer are none of the message, so nothing may point to them.
            target.encode(data, new HashMap<>());
            return data.takeBytes();
        }

        static Service decode(byte[] message, ByteReader fields) throws DecodeException {
            int priority = fields.u16();
            int weight = fields.u16();
            int port = fields.u16();
            return new Service(priority, weight, port, DnsName.decode(message, fields));
        }
    }

    /**
     * Attributes of a service (RFC 6763 6).
     *
     * @param strings each {@code key=value}, or a key alone; each character is one byte
     */
    record Text(List<String> strings) implements DnsData {

        private static final int LONGEST = 255;

        public Text {
            strings = List.copyOf(strings);
        }

        @Override
        public int type() {
            return DnsType.TXT;
        }

        /** The value of the first string with this key, whose upper and lower case are the same; absent for a key alone. */
        public Optional<String> value(String key) {
            for (String string : strings) {
                int equals = string.indexOf('=');
                if ((equals < 0 ? string : string.substring(0, equals)).equalsIgnoreCase(key)) {
                    return equals < 0 ? Optional.empty() : Optional.of(string.substring(equals + 1));
                }
            }
            return Optional.empty();
        }

        /** @throws IllegalArgumentException if a string has more than 255 bytes */
        @Override
        public byte[] encode() {
            ByteWriter data = new ByteWriter();
            for (String string : strings) {
                if (string.length() > LONGEST) {
                    throw new IllegalArgumentException("a string has at most 255 bytes, not " + string.length());
                }
                data.u8(string.length()).bytes(string.getBytes(StandardCharsets.ISO_8859_1));
            }
            return strings.isEmpty() ? new byte[1] : data.takeBytes();
        }

        static Text decode(ByteReader data) throws DecodeException {
            List<String> strings = new ArrayList<>();
            while (!data.isEmpty()) {
                String string = new String(data.bytes(data.u8()), StandardCharsets.ISO_8859_1);
                if (!string.isEmpty()) {
                    strings.add(string);
                }
            }
            return new Text(strings);
        }
    }

    /**
     * A record that service discovery does not need.
     *
     * @param type any other number, 0 to 65,535
     * @param content each character is one byte
     */
    record Other(int type, String content) implements DnsData {

        @Override
        public byte[] encode() {
            return content.getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
