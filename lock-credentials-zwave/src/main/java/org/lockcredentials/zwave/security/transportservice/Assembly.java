package org.lockcredentials.zwave.security.transportservice;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;
import org.lockcredentials.Secret;
import org.lockcredentials.zwave.command.transportservice.Segment;

/** A datagram that is being put together. */
final class Assembly {

    private final int sessionId;
    private final byte[] datagram;
    private final BitSet present = new BitSet();

    Assembly(Segment first) {
        sessionId = first.sessionId();
        datagram = new byte[first.datagramSize()];
        add(first);
    }

    int sessionId() {
        return sessionId;
    }

    boolean isPartOfSame(Segment segment) {
        return segment.sessionId() == sessionId && segment.datagramSize() == datagram.length;
    }

    void add(Segment segment) {
        int offset = segment.offset();
        int length = segment.payload().length();
        segment.payload().use(bytes -> {
            System.arraycopy(bytes, 0, datagram, offset, length);
            return length;
        });
        present.set(offset, offset + length);
    }

    /** True if the segment carries what is there already. */
    boolean contains(Segment segment) {
        int offset = segment.offset();
        int end = offset + segment.payload().length();
        return isPartOfSame(segment)
                && present.nextClearBit(offset) >= end
                && segment.payload().use(bytes -> Arrays.equals(datagram, offset, end, bytes, 0, bytes.length));
    }

    /** Where the first gap begins. */
    OptionalInt missing() {
        int gap = present.nextClearBit(0);
        return gap < datagram.length ? OptionalInt.of(gap) : OptionalInt.empty();
    }

    boolean hasLast() {
        return present.get(datagram.length - 1);
    }

    Secret datagram() {
        return Secret.of(datagram);
    }

    void wipe() {
        Arrays.fill(datagram, (byte) 0);
    }
}
