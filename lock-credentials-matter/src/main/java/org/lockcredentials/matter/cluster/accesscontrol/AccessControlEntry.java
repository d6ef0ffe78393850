package org.lockcredentials.matter.cluster.accesscontrol;

import java.util.List;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.cluster.Coded;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Somebody who may do something (AccessControlEntryStruct, 9.10.5.6), without targets: everywhere on the node.
 *
 * @param subjects node ids, unsigned; empty for all
 */
public record AccessControlEntry(Privilege privilege, AuthMode authMode, List<Long> subjects) {

    public AccessControlEntry {
        subjects = List.copyOf(subjects);
    }

    static AccessControlEntry read(TlvElement element) throws DecodeException {
        TlvStructure in = element.structure();
        return new AccessControlEntry(
                Coded.reading(Privilege.class).read(in.element(1)),
                Coded.reading(AuthMode.class).read(in.element(2)),
                in.optional(3, list -> list.array().each(TlvElement::u64)).orElse(List.of()));
    }

    static void write(TlvWriter out, Tag tag, AccessControlEntry entry) {
        out.structure(
                tag,
                struct -> struct.unsigned(1, entry.privilege.code())
                        .unsigned(2, entry.authMode.code())
                        .array(3, entry.subjects, TlvWriter::unsigned)
                        .nil(4));
    }
}
