package org.lockcredentials.matter.cluster;

import java.util.Optional;
import java.util.stream.Stream;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvWriter;

/** A constant of an enumeration of the specification, with its number. */
public interface Coded {

    /** The number, 0 to 255. */
    int code();

    /** How a constant of {@code type} is read; a number that it has no constant for is a failure. */
    static <E extends Enum<E> & Coded> TlvElement.Reading<E> reading(Class<E> type) {
        return element -> {
            int code = element.u8();
            return of(type, code)
                    .orElseThrow(() -> new DecodeException(type.getSimpleName() + " has no number " + code));
        };
    }

    /** How a constant of {@code type} is read, where a number that it has no constant for stands for {@code other}. */
    static <E extends Enum<E> & Coded> TlvElement.Reading<E> reading(Class<E> type, E other) {
        return element -> of(type, element.u8()).orElse(other);
    }

    /** The constant with this number. */
    static <E extends Enum<E> & Coded> Optional<E> of(Class<E> type, int code) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.code() == code)
                .findFirst();
    }

    /** Writes the number. */
    static void write(TlvWriter out, Tag tag, Coded value) {
        out.unsigned(tag, value.code());
    }

    /** How a constant of {@code type} is read where a lock may send a number that only later revisions know: empty then. */
    static <E extends Enum<E> & Coded> TlvElement.Reading<Optional<E>> known(Class<E> type) {
        return element -> of(type, element.u8());
    }
}
