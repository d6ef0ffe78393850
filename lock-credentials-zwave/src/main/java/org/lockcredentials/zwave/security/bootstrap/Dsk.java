package org.lockcredentials.zwave.security.bootstrap;

import java.util.Arrays;
import java.util.Optional;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.Range;

/** What a user tells of a node's device specific key: its first five digits, or all of it (SDS13783 §3.6.6.2). */
public sealed interface Dsk {

    /** Bytes of a device specific key. */
    int LENGTH = 16;

    /** The public key that follows, or empty if the node's cannot be the one that is meant. */
    Optional<Octets> complete(Octets publicKey);

    /**
     * The first five digits; the user has compared the others.
     *
     * @param pin 0 to 65,535
     */
    record Pin(int pin) implements Dsk {

        public Pin {
            Range.u16("pin", pin);
        }

        @Override
        public Optional<Octets> complete(Octets publicKey) {
            byte[] completed = publicKey.toBytes();
            completed[0] = (byte) (pin >> 8);
            completed[1] = (byte) pin;
            return Optional.of(Octets.of(completed));
        }

        /** The same for every pin. */
        @Override
        public String toString() {
            return "Pin[redacted]";
        }
    }

    /**
     * All of it, as a QR code tells.
     *
     * @param dsk 16 bytes
     */
    record Whole(Octets dsk) implements Dsk {

        public Whole {
            Range.check("length of dsk", dsk.length(), LENGTH, LENGTH);
        }

        @Override
        public Optional<Octets> complete(Octets publicKey) {
            byte[] completed = publicKey.toBytes();
            byte[] known = dsk.toBytes();
            if (!Arrays.equals(completed, 2, LENGTH, known, 2, LENGTH)) {
                return Optional.empty();
            }
            System.arraycopy(known, 0, completed, 0, LENGTH);
            return Optional.of(Octets.of(completed));
        }

        /** The same for every key. */
        @Override
        public String toString() {
            return "Whole[redacted]";
        }
    }
}
