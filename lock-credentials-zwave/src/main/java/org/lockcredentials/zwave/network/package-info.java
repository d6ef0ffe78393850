/**
 * How nodes join and leave the network: what the stick is told for it, who answers for the user, what is kept so that nothing half-made is ever used.
 * What a node is good for once it has joined is not known here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.network;
