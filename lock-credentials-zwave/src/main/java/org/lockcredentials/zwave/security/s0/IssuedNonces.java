package org.lockcredentials.zwave.security.s0;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.security0.S0Nonce;

/** The nonces that one peer may use, each once and for a short time (SDS10865 §5.2.1.1). */
final class IssuedNonces {

    /** Recommended; 3 s at least and 20 s at most are allowed (SDS13783 §3.5.2). */
    private static final long LIFETIME = Duration.ofSeconds(10).toNanos();

    private static final int MOST = 16;

    private record Issued(Octets nonce, long at) {}

    private final Deque<Issued> issued = new ArrayDeque<>();
    private final SecureRandom random;
    private final LongSupplier nanoTime;

    IssuedNonces(SecureRandom random, LongSupplier nanoTime) {
        this.random = random;
        this.nanoTime = nanoTime;
    }

    /** A new one, told apart from the others by its first byte. */
    Octets issue() {
        forgetOld();
        if (issued.size() == MOST) {
            issued.removeFirst();
        }
        byte[] bytes = new byte[S0Nonce.LENGTH];
        Octets nonce;
        do {
            random.nextBytes(bytes);
            nonce = Octets.of(bytes);
        } while (find(nonce.at(0)).isPresent());
        issued.addLast(new Issued(nonce, nanoTime.getAsLong()));
        return nonce;
    }

    /** Takes one for a message; whatever becomes of the message, all others go with it, so that none can be reordered. */
    Optional<Octets> take(int id) {
        forgetOld();
        Optional<Octets> taken = find(id);
        if (taken.isPresent()) {
            issued.clear();
        }
        return taken;
    }

    void clear() {
        issued.clear();
    }

    private Optional<Octets> find(int id) {
        return issued.stream()
                .map(Issued::nonce)
                .filter(each -> each.at(0) == id)
                .findFirst();
    }

    private void forgetOld() {
        long now = nanoTime.getAsLong();
        issued.removeIf(each -> now - each.at > LIFETIME);
    }
}
