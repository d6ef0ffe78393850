/**
 * What shipped locks do otherwise than their command classes say: one table, each row with its source, and what a product's rows come to.
 * Nothing is done about it here; the parts of the driver ask and act.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.lock.quirk;
