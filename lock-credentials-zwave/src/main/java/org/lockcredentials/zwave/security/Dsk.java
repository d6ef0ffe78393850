package org.lockcredentials.zwave.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.lockcredentials.zwave.command.Range;

/**
 * What a user tells of a node's device specific key, as it is printed on the node: its first five digits, or all of it
 * (SDS13783 §3.6.6.2).
 */
public sealed interface Dsk {

    /** Groups of five digits that a whole key has; each is two bytes. */
    int GROUPS = 8;

    /** Digits of a group. */
    int DIGITS = 5;

    /** What is wrong with other text. */
    String SHAPE = "a device specific key is five digits or eight groups of five digits, none above that of two bytes";

    /**
     * Reads five digits as a pin, or eight groups of five digits with or without something between them as a whole key.
     *
     * @throws IllegalArgumentException if it is neither; the message does not repeat it
     */
    static Dsk parse(CharSequence text) {
        String digits = text.toString().replaceAll("[\\s-]", "");
        List<Integer> groups = new ArrayList<>();
        if (!digits.matches("(\\d{5})|(\\d{5}){8}")) {
            throw new IllegalArgumentException(SHAPE);
        }
        for (int i = 0; i < digits.length(); i += DIGITS) {
            groups.add(Integer.parseInt(digits.substring(i, i + DIGITS)));
        }
        if (groups.stream().anyMatch(group -> group > 0xFFFF)) {
            throw new IllegalArgumentException(SHAPE);
        }
        return groups.size() == 1 ? new Pin(groups.get(0)) : new Whole(groups);
    }

    /**
     * The first five digits; the user has compared the others.
     *
     * @param pin 0 to 65,535
     */
    record Pin(int pin) implements Dsk {

        public Pin {
            Range.u16("pin", pin);
        }

        /** The same for every pin. */
        @Override
        public String toString() {
            return "Pin[redacted]";
        }
    }

    /**
     * All of it, as a QR code tells.
     *
     * @param groups eight numbers of 0 to 65,535
     */
    record Whole(List<Integer> groups) implements Dsk {

        public Whole {
            groups = List.copyOf(groups);
            Range.check("groups of a device specific key", groups.size(), GROUPS, GROUPS);
            groups.forEach(group -> Range.u16("group of a device specific key", group));
        }

        /** @param bytes 16 of them */
        public static Whole of(byte[] bytes) {
            Range.check("bytes of a device specific key", bytes.length, 2 * GROUPS, 2 * GROUPS);
            Integer[] groups = new Integer[GROUPS];
            Arrays.setAll(groups, i -> (bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF);
            return new Whole(List.of(groups));
        }

        /** 16 bytes. */
        public byte[] toBytes() {
            byte[] bytes = new byte[2 * GROUPS];
            for (int i = 0; i < GROUPS; i++) {
                bytes[2 * i] = (byte) (groups.get(i) >> 8);
                bytes[2 * i + 1] = groups.get(i).byteValue();
            }
            return bytes;
        }

        /** Its first five digits. */
        public Pin pin() {
            return new Pin(groups.get(0));
        }

        /** The other seven groups, joined by hyphens: what tells nodes apart and is sent in the clear when a node joins. */
        public String open() {
            return groups.stream().skip(1).map("%05d"::formatted).collect(Collectors.joining("-"));
        }

        /** Without the pin. */
        @Override
        public String toString() {
            return "Whole[…-" + open() + "]";
        }
    }
}
