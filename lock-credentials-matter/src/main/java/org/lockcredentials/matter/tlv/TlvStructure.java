package org.lockcredentials.matter.tlv;

import java.util.List;
import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * Members of different meaning, each known by its tag; the order they came in is kept.
 *
 * <p>The methods named like a type read the member with that context tag, and fail if it is absent, null or of another type. Members that nobody asks
 * for are ignored.
 */
public record TlvStructure(List<TlvMember> members) implements TlvElement {

    public TlvStructure {
        members = List.copyOf(members);
    }

    public int u8(int tag) throws DecodeException {
        return required(tag, TlvElement::u8);
    }

    public int u16(int tag) throws DecodeException {
        return required(tag, TlvElement::u16);
    }

    public long u32(int tag) throws DecodeException {
        return required(tag, TlvElement::u32);
    }

    public long u64(int tag) throws DecodeException {
        return required(tag, TlvElement::u64);
    }

    public int i32(int tag) throws DecodeException {
        return required(tag, TlvElement::i32);
    }

    public boolean bool(int tag) throws DecodeException {
        return required(tag, TlvElement::bool);
    }

    public String utf8(int tag) throws DecodeException {
        return required(tag, TlvElement::utf8);
    }

    public byte[] bytes(int tag) throws DecodeException {
        return required(tag, TlvElement::bytes);
    }

    public Secret secret(int tag) throws DecodeException {
        return required(tag, TlvElement::secret);
    }

    public TlvStructure structure(int tag) throws DecodeException {
        return required(tag, TlvElement::structure);
    }

    public TlvArray array(int tag) throws DecodeException {
        return required(tag, TlvElement::array);
    }

    /** The member, whatever its type. */
    public TlvElement element(int tag) throws DecodeException {
        return required(tag, element -> element);
    }

    /** The member; empty if it is absent or null, since old devices leave out what is null. */
    public Optional<TlvElement> optional(int tag) {
        return member(tag).filter(element -> !(element instanceof Null));
    }

    /** The member read by {@code reading}; empty if it is absent or null. */
    public <T> Optional<T> optional(int tag, Reading<T> reading) throws DecodeException {
        Optional<TlvElement> element = optional(tag);
        return element.isPresent() ? Optional.of(read(tag, element.get(), reading)) : Optional.empty();
    }

    /** The member as it stands; empty if it is absent, and null is a value. */
    public Optional<TlvElement> member(int tag) {
        Tag wanted = Tag.of(tag);
        for (TlvMember member : members) {
            if (member.tag().equals(wanted)) {
                return Optional.of(member.element());
            }
        }
        return Optional.empty();
    }

    @Override
    public void wipe() {
        members.forEach(member -> member.element().wipe());
    }

    private <T> T required(int tag, Reading<T> reading) throws DecodeException {
        Optional<TlvElement> element = member(tag);
        if (element.isEmpty()) {
            throw new DecodeException("field " + tag + " is missing");
        }
        return read(tag, element.get(), reading);
    }

    private static <T> T read(int tag, TlvElement element, Reading<T> reading) throws DecodeException {
        try {
            return reading.read(element);
        } catch (DecodeException failure) {
            throw new DecodeException("field " + tag + ": " + failure.getMessage());
        }
    }
}
