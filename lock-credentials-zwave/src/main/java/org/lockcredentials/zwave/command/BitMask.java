package org.lockcredentials.zwave.command;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** Sets of values as bit masks: bit 0 of the first byte stands for value 0, bit 0 of the second for value 8. */
public final class BitMask {

    private BitMask() {}

    /** The values whose bits are set in the next {@code length} bytes, lowest first. */
    public static <T> Set<T> read(ByteReader in, int length, IntFunction<T> value) throws DecodeException {
        Set<T> values = new LinkedHashSet<>();
        byte[] mask = in.bytes(length);
        for (int bit = 0; bit < 8 * mask.length; bit++) {
            if ((mask[bit / 8] >> (bit % 8) & 1) != 0) {
                values.add(value.apply(bit));
            }
        }
        return Collections.unmodifiableSet(values);
    }

    /** Bytes that a mask of these values takes; none needs none. */
    public static <T> int length(Set<T> values, ToIntFunction<T> bit) {
        return values.stream().mapToInt(bit).max().orElse(-1) / 8 + (values.isEmpty() ? 0 : 1);
    }

    /** Writes the shortest mask of these values, without its length. */
    public static <T> void write(ByteWriter out, Set<T> values, ToIntFunction<T> bit) {
        byte[] mask = new byte[length(values, bit)];
        for (T each : values) {
            int position = bit.applyAsInt(each);
            mask[position / 8] |= (byte) (1 << (position % 8));
        }
        out.bytes(mask);
    }
}
