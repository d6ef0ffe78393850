package org.lockcredentials.matter.interaction;

/**
 * One attribute of a node.
 *
 * @param endpoint 0 to 65,535
 * @param cluster unsigned 32 bits
 * @param attribute unsigned 32 bits
 */
public record AttributeId(int endpoint, long cluster, long attribute) {}
