package org.lockcredentials.simulation;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** The fields of which a lock's saved contents are made. */
final class Fields {

    private Fields() {}

    /** Reads one field's value. */
    @FunctionalInterface
    interface Reading<T> {
        T from(ByteReader in) throws DecodeException;
    }

    static <T> void optional(ByteWriter to, Optional<T> value, BiConsumer<ByteWriter, T> writing) {
        to.u8(value.isPresent() ? 1 : 0);
        value.ifPresent(there -> writing.accept(to, there));
    }

    static <T> Optional<T> optional(ByteReader from, Reading<T> reading) throws DecodeException {
        return from.u8() == 1 ? Optional.of(reading.from(from)) : Optional.empty();
    }

    static void text(ByteWriter to, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        to.u16(bytes.length).bytes(bytes);
    }

    static String text(ByteReader from) throws DecodeException {
        return new String(from.bytes(from.u16()), StandardCharsets.UTF_8);
    }

    static <E extends Enum<E>> E constant(ByteReader from, Class<E> type) throws DecodeException {
        E[] constants = type.getEnumConstants();
        int ordinal = from.u8();
        if (ordinal >= constants.length) {
            throw new DecodeException("no " + type.getSimpleName() + " of number " + ordinal);
        }
        return constants[ordinal];
    }

    /** A user index or a slot. */
    static int place(ByteReader from) throws DecodeException {
        int place = from.u16();
        if (place == 0) {
            throw new DecodeException("a place is counted from 1");
        }
        return place;
    }
}
