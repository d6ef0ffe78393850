package org.lockcredentials.zwave.command;

import java.util.Arrays;
import org.lockcredentials.internal.bytes.ByteWriter;

/** CRC-CCITT as the checksums of stored codes use it: polynomial 0x1021, initial value 0x1D0F (SDS13781 §4.116.19). */
public final class CrcCcitt {

    private static final int POLYNOMIAL = 0x1021;
    static final int INITIAL = 0x1D0F;

    private CrcCcitt() {}

    /** Over all that was written, 0 if that is nothing; the writer and its bytes are wiped. */
    public static int ofSecret(ByteWriter data) {
        byte[] bytes = data.takeBytes();
        int crc = bytes.length == 0 ? 0 : of(bytes);
        Arrays.fill(bytes, (byte) 0);
        return crc;
    }

    public static int of(byte[] bytes) {
        return of(INITIAL, bytes);
    }

    static int of(int initial, byte[] bytes) {
        int crc = initial;
        for (byte each : bytes) {
            crc ^= (each & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
            }
        }
        return crc & 0xFFFF;
    }
}
