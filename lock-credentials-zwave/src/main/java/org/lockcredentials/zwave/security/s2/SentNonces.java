package org.lockcredentials.zwave.security.s2;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Nonces that this host encrypted with a moment ago. Both sides draw from one generator, so a peer that sent at the same time used
 * the same one; its message is read with it, rather than both sides losing theirs.
 */
final class SentNonces {

    private static final long LIFETIME = Duration.ofSeconds(2).toNanos();
    private static final int MOST = 5;

    private record Sent(byte[] nonce, long at) {}

    private final ArrayDeque<Sent> sent = new ArrayDeque<>();
    private final LongSupplier nanoTime;

    SentNonces(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void add(byte[] nonce) {
        if (sent.size() == MOST) {
            sent.removeFirst();
        }
        sent.addLast(new Sent(nonce, nanoTime.getAsLong()));
    }

    /** Those not too old, in the order in which they were used. */
    Deque<byte[]> recent() {
        long now = nanoTime.getAsLong();
        sent.removeIf(each -> now - each.at > LIFETIME);
        Deque<byte[]> nonces = new ArrayDeque<>();
        sent.forEach(each -> nonces.addLast(each.nonce));
        return nonces;
    }

    /** The peer used {@code nonce}: it will use neither that nor an earlier one again. */
    void forgetUpTo(byte[] nonce) {
        while (!sent.isEmpty() && sent.removeFirst().nonce != nonce) {}
    }

    void clear() {
        sent.clear();
    }
}
