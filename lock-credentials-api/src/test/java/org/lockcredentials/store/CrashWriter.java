package org.lockcredentials.store;

import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import java.util.zip.CRC32;

/** A process to be killed: writes numbered values that check themselves, and says so after each. */
final class CrashWriter {

    static final int KEYS = 6;
    private static final int HEADER = 16;

    private CrashWriter() {}

    /** @param args the directory and the first number to write */
    public static void main(String[] args) {
        PrintStream out = System.out;
        DirectoryStateStore store = DirectoryStateStore.open(Path.of(args[0]));
        for (int number = Integer.parseInt(args[1]); ; number++) {
            store.write(key(number % KEYS), value(number));
            out.println("wrote " + number + " .");
            out.flush();
        }
    }

    static String key(int place) {
        return "crash/Key" + place;
    }

    static byte[] value(int number) {
        byte[] body = new byte[new Random(number).nextInt(60_000)];
        Arrays.fill(body, (byte) number);
        return ByteBuffer.allocate(HEADER + body.length)
                .putInt(number)
                .putInt(body.length)
                .putLong(checksum(body))
                .put(body)
                .array();
    }

    /** The number of a whole value, or empty if it is none. */
    static OptionalInt numberOf(byte[] value) {
        if (value.length < HEADER) {
            return OptionalInt.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(value);
        int number = header.getInt();
        boolean whole = header.getInt() == value.length - HEADER
                && header.getLong() == checksum(Arrays.copyOfRange(value, HEADER, value.length));
        return whole ? OptionalInt.of(number) : OptionalInt.empty();
    }

    private static long checksum(byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(body);
        return crc.getValue();
    }
}
