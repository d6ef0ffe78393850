package org.lockcredentials.zwave.node;

import org.lockcredentials.zwave.transport.NodeKind;

/**
 * What the controller remembers of a node since its inclusion.
 *
 * @param kind when it listens
 * @param genericClass its generic device class, 0 to 255
 */
public record NodeTraits(NodeKind kind, int genericClass) {

    /** The generic device class of locks. */
    public static final int ENTRY_CONTROL = 0x40;

    /** Locks are of the generic class Entry Control (SDS11847 §3, device classes), though few nodes of that class are locks. */
    public boolean mayBeLock() {
        return genericClass == ENTRY_CONTROL;
    }
}
