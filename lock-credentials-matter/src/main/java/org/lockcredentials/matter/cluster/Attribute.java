package org.lockcredentials.matter.cluster;

import org.lockcredentials.matter.interaction.AttributeId;
import org.lockcredentials.matter.interaction.AttributePath;
import org.lockcredentials.matter.tlv.TlvElement;

/**
 * A row of a cluster's table of attributes.
 *
 * @param name as the specification has it
 * @param reading how its value is read; a null value counts as no value
 */
public record Attribute<T>(long cluster, long id, String name, TlvElement.Reading<T> reading) {

    /** The attribute of one endpoint. */
    public AttributeId at(int endpoint) {
        return new AttributeId(endpoint, cluster, id);
    }

    /** The path to read it at one endpoint. */
    public AttributePath path(int endpoint) {
        return AttributePath.of(endpoint, cluster, id);
    }

    @Override
    public String toString() {
        return name;
    }
}
