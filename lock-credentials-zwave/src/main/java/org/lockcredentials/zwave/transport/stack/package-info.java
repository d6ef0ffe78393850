/**
 * The layers of the way to nodes put on top of each other, in the order of SDS13783 §2.3.5, and told together what is known of network and nodes.
 * What a layer does is its own matter.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.transport.stack;
