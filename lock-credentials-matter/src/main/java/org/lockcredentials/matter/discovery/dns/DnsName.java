package org.lockcredentials.matter.discovery.dns;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * A domain name (RFC 1035 3.1, 4.1.4). Upper and lower case are the same.
 *
 * @param labels most special first, without the root; each character is one byte, so that any name keeps its bytes
 */
public record DnsName(List<String> labels) {

    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST = 255;
    private static final int POINTER = 0xC0;
    private static final int FARTHEST = 0x3FFF;

    /** @throws IllegalArgumentException if a label is empty or has more than 63 bytes, or all have more than 255 */
    public DnsName {
        labels = List.copyOf(labels);
        int size = 1;
        for (String label : labels) {
            if (label.isEmpty() || label.length() > LONGEST_LABEL) {
                throw new IllegalArgumentException("a label has 1 to 63 bytes, not " + label.length());
            }
            size += 1 + label.length();
        }
        if (size > LONGEST) {
            throw new IllegalArgumentException("a name has at most 255 bytes, not " + size);
        }
    }

    /** A name of labels without dots in them, such as {@code _matter._tcp.local}. */
    public static DnsName of(String dotted) {
        return new DnsName(List.of(dotted.split("\\.")));
    }

    /** The name with one more label before it. */
    public DnsName child(String label) {
        List<String> more = new ArrayList<>(labels.size() + 1);
        more.add(label);
        more.addAll(labels);
        return new DnsName(more);
    }

    /** Whether this is a name directly below {@code parent}. */
    public boolean isChildOf(DnsName parent) {
        return labels.size() == parent.labels.size() + 1 && same(labels.subList(1, labels.size()), parent.labels);
    }

    /** The name as far as it was not written before, then a pointer to where it was. */
    void encode(ByteWriter message, Map<DnsName, Integer> written) {
        for (int i = 0; i < labels.size(); i++) {
            DnsName rest = new DnsName(labels.subList(i, labels.size()));
            Integer at = written.get(rest);
            if (at != null) {
                message.u16(POINTER << 8 | at);
                return;
            }
            if (message.size() <= FARTHEST) {
                written.put(rest, message.size());
            }
            message.u8(labels.get(i).length()).bytes(labels.get(i).getBytes(StandardCharsets.ISO_8859_1));
        }
        message.u8(0);
    }

    /**
     * Reads a name from {@code fields}, which end where the message ends. Each pointer leads to a place before the last one, so no
     * name is endless.
     */
    static DnsName decode(byte[] message, ByteReader fields) throws DecodeException {
        List<String> labels = new ArrayList<>();
        ByteReader reader = fields;
        int before = message.length - fields.remaining();
        int size = 1;
        for (int length = reader.u8(); length != 0; length = reader.u8()) {
            if (length >= POINTER) {
                int target = (length & ~POINTER) << 8 | reader.u8();
                if (target >= before) {
                    throw new DecodeException("a name at " + before + " points to " + target);
                }
                before = target;
                reader = ByteReader.of(message);
                reader.skip(target);
            } else if (length > LONGEST_LABEL) {
                throw new DecodeException("a label of type " + (length >> 6) + " is not known");
            } else {
                size += 1 + length;
                if (size > LONGEST) {
                    throw new DecodeException("a name has more than " + LONGEST + " bytes");
                }
                labels.add(new String(reader.bytes(length), StandardCharsets.ISO_8859_1));
            }
        }
        return new DnsName(labels);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DnsName that && same(labels, that.labels);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (String label : labels) {
            hash = 31 * hash + label.toLowerCase(Locale.ROOT).hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        return String.join(".", labels);
    }

    private static boolean same(List<String> some, List<String> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!some.get(i).equalsIgnoreCase(others.get(i))) {
                return false;
            }
        }
        return true;
    }
}
