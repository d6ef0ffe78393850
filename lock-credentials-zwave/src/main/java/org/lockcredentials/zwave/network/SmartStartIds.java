package org.lockcredentials.zwave.network;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.security.Dsk;

/**
 * The home ids that a SmartStart node makes of its key: one under which it asks, one by which it is recognised (INS13954 §4.4.2.4,
 * figure 40; which bits are fixed is as sticks and zwave-js have it, the figure has those of the second turned round).
 */
record SmartStartIds(long homeId, long authHomeId) {

    private static final int FIRST = 8;
    private static final long SET = 0xC0000000L;
    private static final long LAST_BIT = 1;

    static SmartStartIds of(Dsk.Whole dsk) {
        try {
            ByteReader in = ByteReader.of(dsk.toBytes());
            in.skip(FIRST);
            return new SmartStartIds((in.u32() | SET) & ~LAST_BIT, in.u32() & ~SET | LAST_BIT);
        } catch (DecodeException cannotBe) {
            throw new IllegalStateException("a key has 16 bytes", cannotBe);
        }
    }
}
