/**
 * What is known of a node, how it is found out, and how it is kept so that nobody asks twice.
 * Only questions are asked here: nothing on a node is ever changed by getting to know it.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.node;
