package org.lockcredentials.zwave.security.s0;

import org.lockcredentials.zwave.command.Range;

/**
 * The byte before a command that says whether it is the whole or a half (SDS13783 §3.5.2.3).
 *
 * @param sequenced whether this is one of two halves
 * @param second which
 * @param counter 0 to 15, tells pairs apart
 */
record Sequencing(boolean sequenced, boolean second, int counter) {

    static final Sequencing WHOLE = new Sequencing(false, false, 0);

    Sequencing {
        Range.check("sequence counter", counter, 0, 15);
    }

    static Sequencing of(int octet) {
        return new Sequencing((octet & 0x10) != 0, (octet & 0x20) != 0, octet & 0x0F);
    }

    int octet() {
        return (second ? 0x20 : 0) | (sequenced ? 0x10 : 0) | counter;
    }
}
