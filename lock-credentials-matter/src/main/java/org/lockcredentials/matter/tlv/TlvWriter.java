package org.lockcredentials.matter.tlv;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteWriter;

/**
 * Writes elements one after the other, each in its shortest form.
 *
 * <p>A method that takes a number for a tag means a context tag. What is written may be a code: buffers that are outgrown or taken are wiped.
 */
public final class TlvWriter {

    private final ByteWriter out = new ByteWriter();

    /** How one value is written, for {@link #optional} and {@link #nullable}. */
    @FunctionalInterface
    public interface Writing<T> {

        void write(TlvWriter out, Tag tag, T value);
    }

    public TlvWriter structure(Tag tag, Consumer<TlvWriter> members) {
        return container(TlvType.STRUCTURE, tag, members);
    }

    public TlvWriter structure(int tag, Consumer<TlvWriter> members) {
        return structure(Tag.of(tag), members);
    }

    /** The elements' tags are anonymous. */
    public TlvWriter array(Tag tag, Consumer<TlvWriter> elements) {
        return container(TlvType.ARRAY, tag, elements);
    }

    public TlvWriter array(int tag, Consumer<TlvWriter> elements) {
        return array(Tag.of(tag), elements);
    }

    /** An array of values that are written alike. */
    public <T> TlvWriter array(int tag, Iterable<T> values, Writing<T> writing) {
        return array(tag, out -> values.forEach(value -> writing.write(out, Tag.ANONYMOUS, value)));
    }

    public TlvWriter list(Tag tag, Consumer<TlvWriter> members) {
        return container(TlvType.LIST, tag, members);
    }

    public TlvWriter list(int tag, Consumer<TlvWriter> members) {
        return list(Tag.of(tag), members);
    }

    /** @param value all 64 bits, read as unsigned */
    public TlvWriter unsigned(Tag tag, long value) {
        int power = 0;
        while (power < 3 && value >>> (8 << power) != 0) {
            power++;
        }
        head(TlvType.UNSIGNED + power, tag);
        return littleEndian(value, 1 << power);
    }

    public TlvWriter unsigned(int tag, long value) {
        return unsigned(Tag.of(tag), value);
    }

    public TlvWriter signed(Tag tag, long value) {
        int power = 0;
        while (power < 3 && value >> ((8 << power) - 1) != value >> (Long.SIZE - 1)) {
            power++;
        }
        head(TlvType.SIGNED + power, tag);
        return littleEndian(value, 1 << power);
    }

    public TlvWriter signed(int tag, long value) {
        return signed(Tag.of(tag), value);
    }

    public TlvWriter bool(Tag tag, boolean value) {
        return head(value ? TlvType.TRUE : TlvType.FALSE, tag);
    }

    public TlvWriter bool(int tag, boolean value) {
        return bool(Tag.of(tag), value);
    }

    public TlvWriter utf8(Tag tag, String value) {
        return string(TlvType.UTF8, tag, value.getBytes(StandardCharsets.UTF_8));
    }

    public TlvWriter utf8(int tag, String value) {
        return utf8(Tag.of(tag), value);
    }

    public TlvWriter bytes(Tag tag, byte[] value) {
        return string(TlvType.BYTES, tag, value);
    }

    public TlvWriter bytes(int tag, byte[] value) {
        return bytes(Tag.of(tag), value);
    }

    /** Octets that leave no copy but the encoding. */
    public TlvWriter secret(Tag tag, Secret value) {
        return value.use(lent -> bytes(tag, lent));
    }

    public TlvWriter secret(int tag, Secret value) {
        return secret(Tag.of(tag), value);
    }

    public TlvWriter nil(Tag tag) {
        return head(TlvType.NULL, tag);
    }

    public TlvWriter nil(int tag) {
        return nil(Tag.of(tag));
    }

    /** The value, or nothing at all. */
    public <T> TlvWriter optional(int tag, Optional<T> value, Writing<T> writing) {
        value.ifPresent(present -> writing.write(this, Tag.of(tag), present));
        return this;
    }

    /** The value, or null. */
    public <T> TlvWriter nullable(int tag, Optional<T> value, Writing<T> writing) {
        return value.isPresent() ? optional(tag, value, writing) : nil(tag);
    }

    public TlvWriter element(int tag, TlvElement element) {
        return element(Tag.of(tag), element);
    }

    public TlvWriter element(Tag tag, TlvElement element) {
        if (element instanceof TlvElement.UnsignedInt number) {
            return unsigned(tag, number.value());
        } else if (element instanceof TlvElement.SignedInt number) {
            return signed(tag, number.value());
        } else if (element instanceof TlvElement.Bool bool) {
            return bool(tag, bool.value());
        } else if (element instanceof TlvElement.FloatingPoint number) {
            return floatingPoint(tag, number);
        } else if (element instanceof TlvElement.Utf8 text) {
            return utf8(tag, text.value());
        } else if (element instanceof TlvElement.Bytes octets) {
            return bytes(tag, octets.value());
        } else if (element instanceof TlvStructure structure) {
            return structure(tag, out -> structure.members().forEach(out::member));
        } else if (element instanceof TlvArray array) {
            return array(tag, out -> array.elements().forEach(each -> out.element(Tag.ANONYMOUS, each)));
        } else if (element instanceof TlvList list) {
            return list(tag, out -> list.members().forEach(out::member));
        }
        return nil(tag);
    }

    /** All that was written; this writer is wiped and starts empty. */
    public byte[] takeBytes() {
        return out.takeBytes();
    }

    private void member(TlvMember member) {
        element(member.tag(), member.element());
    }

    private TlvWriter floatingPoint(Tag tag, TlvElement.FloatingPoint number) {
        if (number.single()) {
            return head(TlvType.FLOAT, tag).littleEndian(Float.floatToRawIntBits((float) number.value()), 4);
        }
        return head(TlvType.DOUBLE, tag).littleEndian(Double.doubleToRawLongBits(number.value()), 8);
    }

    private TlvWriter container(int type, Tag tag, Consumer<TlvWriter> content) {
        head(type, tag);
        content.accept(this);
        out.u8(TlvType.END);
        return this;
    }

    private TlvWriter string(int type, Tag tag, byte[] octets) {
        int power = octets.length <= 0xFF ? 0 : octets.length <= 0xFFFF ? 1 : 2;
        head(type + power, tag).littleEndian(octets.length, 1 << power);
        out.bytes(octets);
        return this;
    }

    private TlvWriter head(int type, Tag tag) {
        if (tag instanceof Tag.Context context) {
            return head(TlvType.CONTEXT, type).littleEndian(context.number(), 1);
        } else if (tag instanceof Tag.Implicit implicit) {
            return numbered(TlvType.IMPLICIT_2, type, implicit.number());
        } else if (tag instanceof Tag.Profile profile && profile.common()) {
            return numbered(TlvType.COMMON_2, type, profile.number());
        } else if (tag instanceof Tag.Profile profile) {
            int form = profile.number() <= 0xFFFF ? TlvType.FULL_6 : TlvType.FULL_8;
            return head(form, type)
                    .littleEndian(profile.vendor(), 2)
                    .littleEndian(profile.profile(), 2)
                    .littleEndian(profile.number(), form == TlvType.FULL_6 ? 2 : 4);
        }
        return head(TlvType.ANONYMOUS, type);
    }

    /** In two octets, or with the next higher form in four. */
    private TlvWriter numbered(int shortForm, int type, long number) {
        boolean isShort = number <= 0xFFFF;
        return head(isShort ? shortForm : shortForm + 1, type).littleEndian(number, isShort ? 2 : 4);
    }

    private TlvWriter head(int tagForm, int type) {
        out.u8(tagForm << TlvType.TAG_SHIFT | type);
        return this;
    }

    private TlvWriter littleEndian(long value, int width) {
        for (int shift = 0; shift < 8 * width; shift += 8) {
            out.u8((int) (value >>> shift) & 0xFF);
        }
        return this;
    }
}
