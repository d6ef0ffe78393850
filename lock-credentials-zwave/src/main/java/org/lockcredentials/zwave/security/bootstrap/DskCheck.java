package org.lockcredentials.zwave.security.bootstrap;

import java.util.Arrays;
import java.util.Optional;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.security.Dsk;

/** The public key of a node whose first bytes it does not send, completed by what the user tells (SDS13783 §3.6.6.2). */
final class DskCheck {

    /** Bytes of a device specific key: the first ones of the public key. */
    static final int LENGTH = 2 * Dsk.GROUPS;

    private DskCheck() {}

    /**
     * Empty if the node's key cannot be the one that is meant.
     *
     * <p>The first two bytes are always the user's: a node that sends them all the same gains nothing by it.
     */
    static Optional<Octets> complete(Octets publicKey, Dsk dsk) {
        byte[] completed = publicKey.toBytes();
        if (dsk instanceof Dsk.Whole whole) {
            byte[] known = whole.toBytes();
            if (!Arrays.equals(completed, 2, LENGTH, known, 2, LENGTH)) {
                return Optional.empty();
            }
            System.arraycopy(known, 0, completed, 0, LENGTH);
        } else {
            int pin = ((Dsk.Pin) dsk).pin();
            completed[0] = (byte) (pin >> 8);
            completed[1] = (byte) pin;
        }
        return Optional.of(Octets.of(completed));
    }
}
