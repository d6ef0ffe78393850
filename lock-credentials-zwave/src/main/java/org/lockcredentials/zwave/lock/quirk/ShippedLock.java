package org.lockcredentials.zwave.lock.quirk;

import java.util.Optional;
import org.lockcredentials.zwave.node.Product;

/**
 * A row of the table of quirks.
 *
 * @param type product type, or {@link #ANY}
 * @param id product identifier, or {@link #ANY}
 * @param name what it says on the lock
 * @param source where this was found out
 */
record ShippedLock(int manufacturer, int type, int id, String name, Quirk quirk, String source) {

    static final int ANY = -1;

    boolean is(Optional<Product> product) {
        return product.filter(each -> each.manufacturer() == manufacturer
                        && (type == ANY || each.type() == type)
                        && (id == ANY || each.id() == id))
                .isPresent();
    }
}
