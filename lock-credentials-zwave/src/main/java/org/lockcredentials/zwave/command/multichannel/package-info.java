/**
 * Multi Channel: the end points of a node and the way to address them (SDS13783 §3.2 and §3.3).
 * Only the fields live here; encapsulating belongs to the transport layer.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.multichannel;
