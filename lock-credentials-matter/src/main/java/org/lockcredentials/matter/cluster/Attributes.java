package org.lockcredentials.matter.cluster;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.interaction.AttributeId;
import org.lockcredentials.matter.tlv.TlvElement;

/** Values of attributes that a node told. */
public record Attributes(Map<AttributeId, TlvElement> values) {

    public Attributes {
        values = Map.copyOf(values);
    }

    /**
     * The value; empty if the node did not tell it, or told null, or told what the attribute cannot be: for the reader there is
     * no difference, and a wrong value of one attribute takes nothing from the others.
     */
    public <T> Optional<T> get(int endpoint, Attribute<T> attribute) {
        TlvElement value = values.get(attribute.at(endpoint));
        if (value == null || value instanceof TlvElement.Null) {
            return Optional.empty();
        }
        try {
            return Optional.of(attribute.reading().read(value));
        } catch (DecodeException malformed) {
            return Optional.empty();
        }
    }

    /** Whether the node told the attribute, null included. */
    public boolean has(int endpoint, Attribute<?> attribute) {
        return values.containsKey(attribute.at(endpoint));
    }

    public Set<AttributeId> ids() {
        return values.keySet();
    }
}
