package org.lockcredentials.matter.cluster;

import java.util.Optional;
import org.lockcredentials.matter.interaction.AttributeData;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * An attribute that may be written.
 *
 * @param writing how its value is written
 */
public record WritableAttribute<T>(Attribute<T> attribute, TlvWriter.Writing<T> writing) {

    /** What a write request carries of it. */
    public AttributeData data(int endpoint, T value) {
        TlvStructure written = Tlv.tree(out -> writing.write(out, Tag.of(0), value));
        return new AttributeData(
                Optional.empty(),
                attribute.path(endpoint),
                written.members().get(0).element());
    }
}
