package org.lockcredentials.zwave.inclusion;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.SecurityClass;

/**
 * The QR code on a node (SDS13937 §3.1), whose digits hold the node's key: only for the eyes of who includes it.
 *
 * @param smartStart whether the node joins by itself once it is provisioned; else the code serves an inclusion by hand
 * @param requestedKeys bit mask of the classes it asks for
 * @param information what else it tells, in the order of the code
 */
public record SmartStartCode(boolean smartStart, int requestedKeys, Dsk.Whole dsk, List<Information> information) {

    private static final String LEAD_IN = "90";
    private static final int CHECKED_FROM = 9;
    private static final int FIXED = 12 + Dsk.GROUPS * Dsk.DIGITS;
    private static final int LONG_RANGE = 0x02;

    public SmartStartCode {
        information = List.copyOf(information);
    }

    /** A block of information (SDS13937 §3.1.1); the types are those of SDS13944 §3.1.2. */
    public record Information(int type, boolean critical, String digits) {

        public static final int PRODUCT_TYPE = 0;
        public static final int PRODUCT_ID = 1;
        public static final int MAX_INCLUSION_REQUEST_INTERVAL = 2;
        public static final int UUID16 = 3;
        public static final int SUPPORTED_PROTOCOLS = 4;

        /** The number of the group of five digits. */
        int group(int index) throws DecodeException {
            return number(digits, index * Dsk.DIGITS, Dsk.DIGITS, 0xFFFF);
        }
    }

    /** What product it is, each 0 to 65,535. */
    public record Product(int manufacturer, int type, int id, int version) {}

    /**
     * Reads the digits of a code; white space is skipped.
     *
     * @throws DecodeException if it is none, or tells something critical that is not known; the message holds none of its digits
     */
    public static SmartStartCode decode(CharSequence text) throws DecodeException {
        String digits = text.toString().replaceAll("\\s", "");
        if (!digits.matches("[0-9]{" + FIXED + ",}") || !digits.startsWith(LEAD_IN)) {
            throw new DecodeException("a Z-Wave QR code is at least " + FIXED + " digits and begins with " + LEAD_IN);
        }
        int version = number(digits, 2, 2, 1);
        if (checksum(digits.substring(CHECKED_FROM)) != number(digits, 4, Dsk.DIGITS, 0xFFFF)) {
            throw new DecodeException("the checksum of the QR code is wrong");
        }
        List<Integer> groups = new ArrayList<>();
        for (int i = 0; i < Dsk.GROUPS; i++) {
            groups.add(number(digits, 12 + i * Dsk.DIGITS, Dsk.DIGITS, 0xFFFF));
        }
        SmartStartCode code = new SmartStartCode(
                version == 1, number(digits, CHECKED_FROM, 3, 0xFF), new Dsk.Whole(groups), blocks(digits));
        // What cannot be read is found here, not when it is asked for.
        code.readProduct();
        code.readProtocols();
        return code;
    }

    /**
     * Reads the digits of a code, as a host has them from its camera.
     *
     * @throws IllegalArgumentException if {@link #decode} does not take them
     */
    public static SmartStartCode of(CharSequence text) {
        try {
            return decode(text);
        } catch (DecodeException malformed) {
            throw new IllegalArgumentException(malformed.getMessage(), malformed);
        }
    }

    private static List<Information> blocks(String digits) throws DecodeException {
        List<Information> blocks = new ArrayList<>();
        for (int at = FIXED; at < digits.length(); ) {
            int typeCritical = number(digits, at, 2, 99);
            int length = number(digits, at + 2, 2, 99);
            at += 4;
            if (at + length > digits.length()) {
                throw new DecodeException("the QR code ends within its information");
            }
            Information block =
                    new Information(typeCritical >> 1, (typeCritical & 1) != 0, digits.substring(at, at + length));
            if (block.critical && block.type > Information.SUPPORTED_PROTOCOLS) {
                throw new DecodeException("the QR code tells something critical that is not known here: " + block.type);
            }
            blocks.add(block);
            at += length;
        }
        return blocks;
    }

    /** The digits of the code. */
    public String encode() {
        StringBuilder checked = new StringBuilder("%03d".formatted(requestedKeys));
        dsk.groups().forEach(group -> checked.append("%05d".formatted(group)));
        for (Information block : information) {
            checked.append("%02d%02d".formatted(block.type << 1 | (block.critical ? 1 : 0), block.digits.length()))
                    .append(block.digits);
        }
        return "%s%02d%05d%s".formatted(LEAD_IN, smartStart ? 1 : 0, checksum(checked.toString()), checked);
    }

    /** The classes that the node asks for; those of Long Range if it joins so. */
    public Set<SecurityClass> requested(boolean byLongRange) {
        return SecurityClass.ofMask(requestedKeys, byLongRange);
    }

    /** Which product the node is, if the code tells. */
    public Optional<Product> product() {
        try {
            return readProduct();
        } catch (DecodeException cannotBe) {
            return Optional.empty();
        }
    }

    /** Whether the node can join by Long Range. */
    public boolean supportsLongRange() {
        try {
            return (readProtocols() & LONG_RANGE) != 0;
        } catch (DecodeException cannotBe) {
            return false;
        }
    }

    private Optional<Product> readProduct() throws DecodeException {
        Optional<Information> block = block(Information.PRODUCT_ID);
        return block.isEmpty()
                ? Optional.empty()
                : Optional.of(new Product(
                        block.get().group(0),
                        block.get().group(1),
                        block.get().group(2),
                        block.get().group(3)));
    }

    /** A bit mask in as many digits as the product's maker found right: two, three or five. */
    private int readProtocols() throws DecodeException {
        Optional<Information> block = block(Information.SUPPORTED_PROTOCOLS);
        return block.isEmpty()
                ? 0
                : number(block.get().digits, 0, block.get().digits.length(), 0xFFFF);
    }

    private Optional<Information> block(int type) {
        return information.stream().filter(each -> each.type == type).findFirst();
    }

    private static int number(String digits, int from, int length, int most) throws DecodeException {
        if (length == 0 || length > Dsk.DIGITS || from + length > digits.length()) {
            throw new DecodeException("a number of the QR code is missing");
        }
        int value = Integer.parseInt(digits.substring(from, from + length));
        if (value > most) {
            throw new DecodeException("a number of the QR code is above " + most);
        }
        return value;
    }

    /** The first two bytes of SHA-1. */
    private static int checksum(String digits) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(digits.getBytes(StandardCharsets.US_ASCII));
            return (hash[0] & 0xFF) << 8 | hash[1] & 0xFF;
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-1", missing);
        }
    }

    /** Without the pin, and without what else may tell nodes apart. */
    @Override
    public String toString() {
        String types =
                information.stream().map(each -> Integer.toString(each.type)).collect(Collectors.joining(" "));
        return "SmartStartCode[" + dsk + ", keys " + requestedKeys + ", information " + types + "]";
    }
}
