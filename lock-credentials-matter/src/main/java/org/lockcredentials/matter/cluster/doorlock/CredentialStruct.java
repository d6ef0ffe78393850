package org.lockcredentials.matter.cluster.doorlock;

import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.cluster.Coded;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * A place of a credential (5.2.6.24).
 *
 * @param code the number of its type, of which there may be more than {@link CredentialType} knows
 * @param index 0 for the programming PIN, from 1 for all others; 0xFFFE for all of a type
 */
public record CredentialStruct(int code, int index) {

    /** The index that stands for all credentials of a type. */
    public static final int ALL = 0xFFFE;

    public static CredentialStruct of(CredentialType type, int index) {
        return new CredentialStruct(type.code(), index);
    }

    public Optional<CredentialType> type() {
        return Coded.of(CredentialType.class, code);
    }

    static CredentialStruct read(TlvElement element) throws DecodeException {
        TlvStructure in = element.structure();
        return new CredentialStruct(in.u8(0), in.u16(1));
    }

    static void write(TlvWriter out, Tag tag, CredentialStruct value) {
        out.structure(tag, struct -> struct.unsigned(0, value.code).unsigned(1, value.index));
    }
}
