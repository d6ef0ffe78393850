package org.lockcredentials.zwave.node;

import org.lockcredentials.zwave.command.Range;

/** Which product a node is, each 0 to 65,535 (SDS13782, Manufacturer Specific Report). */
public record Product(int manufacturer, int type, int id) {

    public Product {
        Range.u16("manufacturer", manufacturer);
        Range.u16("product type", type);
        Range.u16("product id", id);
    }
}
