package org.lockcredentials.matter.tlv;

import java.util.Arrays;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * A value as it was read, without its tag.
 *
 * <p>The methods named like a type give the value as that type, or fail when it is another or out of its range.
 */
public sealed interface TlvElement
        permits TlvElement.UnsignedInt,
                TlvElement.SignedInt,
                TlvElement.Bool,
                TlvElement.FloatingPoint,
                TlvElement.Utf8,
                TlvElement.Bytes,
                TlvElement.Null,
                TlvStructure,
                TlvArray,
                TlvList {

    /** The least that a reader of one element does; what it raises is the decoder's own failure. */
    @FunctionalInterface
    interface Reading<T> {

        T read(TlvElement element) throws DecodeException;
    }

    /** 0 to 255. */
    default int u8() throws DecodeException {
        return (int) unsigned(0xFF);
    }

    /** 0 to 65,535. */
    default int u16() throws DecodeException {
        return (int) unsigned(0xFFFF);
    }

    /** 0 to 4,294,967,295. */
    default long u32() throws DecodeException {
        return unsigned(0xFFFF_FFFFL);
    }

    /** All 64 bits; above {@link Long#MAX_VALUE} the sign bit is set. */
    default long u64() throws DecodeException {
        return unsigned(-1L);
    }

    /** -128 to 127. */
    default int i8() throws DecodeException {
        return (int) signed(Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    default int i16() throws DecodeException {
        return (int) signed(Short.MIN_VALUE, Short.MAX_VALUE);
    }

    default int i32() throws DecodeException {
        return (int) signed(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    default long i64() throws DecodeException {
        return signed(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    default boolean bool() throws DecodeException {
        return as(Bool.class).value();
    }

    /** The text without a localized string identifier, which stands behind the character 1F (A.11.2). */
    default String utf8() throws DecodeException {
        String text = as(Utf8.class).value();
        int end = text.indexOf('\u001F');
        return end < 0 ? text : text.substring(0, end);
    }

    /** A copy. */
    default byte[] bytes() throws DecodeException {
        return as(Bytes.class).value().clone();
    }

    /** A copy that the caller wipes. */
    default Secret secret() throws DecodeException {
        return Secret.of(as(Bytes.class).value());
    }

    default TlvStructure structure() throws DecodeException {
        return as(TlvStructure.class);
    }

    default TlvArray array() throws DecodeException {
        return as(TlvArray.class);
    }

    default TlvList list() throws DecodeException {
        return as(TlvList.class);
    }

    /** Overwrites every byte string in here. */
    default void wipe() {}

    private long unsigned(long max) throws DecodeException {
        long value = as(UnsignedInt.class).value();
        if (Long.compareUnsigned(value, max) > 0) {
            throw new DecodeException("a number above " + Long.toUnsignedString(max));
        }
        return value;
    }

    private long signed(long min, long max) throws DecodeException {
        long value = as(SignedInt.class).value();
        if (value < min || value > max) {
            throw new DecodeException("a number outside " + min + " to " + max);
        }
        return value;
    }

    private <T extends TlvElement> T as(Class<T> type) throws DecodeException {
        if (!type.isInstance(this)) {
            throw new DecodeException(getClass().getSimpleName() + " where " + type.getSimpleName() + " should be");
        }
        return type.cast(this);
    }

    /** @param value all 64 bits, to be read as unsigned */
    record UnsignedInt(long value) implements TlvElement {

        @Override
        public String toString() {
            return Long.toUnsignedString(value);
        }
    }

    record SignedInt(long value) implements TlvElement {}

    record Bool(boolean value) implements TlvElement {}

    /** @param single whether it takes four bytes, not eight */
    record FloatingPoint(double value, boolean single) implements TlvElement {}

    record Utf8(String value) implements TlvElement {}

    record Null() implements TlvElement {}

    /** Octets, equal by content; they may be a code and are not shown. */
    record Bytes(byte[] value) implements TlvElement {

        @Override
        public void wipe() {
            Arrays.fill(value, (byte) 0);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes that && Arrays.equals(value, that.value);
        }

        /** The same for all: a hash of few digits gives them away. */
        @Override
        public int hashCode() {
            return 1;
        }

        @Override
        public String toString() {
            return "Bytes[" + value.length + "]";
        }
    }
}
