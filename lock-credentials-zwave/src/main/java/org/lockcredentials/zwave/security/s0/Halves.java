package org.lockcredentials.zwave.security.s0;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.zwave.command.SecretBytes;

/**
 * The first half of a command that the peer sends in two, until the second has come.
 *
 * <p>Four bits tell which halves belong together (SDS13783 §3.5.2.3): those of a peer that restarts in between may fit by chance.
 */
final class Halves {

    /** As long as the nonce for the second half lives. */
    private static final long LIFETIME = Duration.ofSeconds(10).toNanos();

    private record First(int counter, Secret half, long at) {}

    private final LongSupplier nanoTime;
    private Optional<First> first = Optional.empty();

    Halves(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void first(int counter, Secret half) {
        clear();
        first = Optional.of(new First(counter, half, nanoTime.getAsLong()));
    }

    /** The whole command, or empty if this is not the second half of the one that is kept. */
    Optional<Secret> second(int counter, Secret half) {
        long now = nanoTime.getAsLong();
        Optional<Secret> whole = first.filter(each -> each.counter == counter && now - each.at <= LIFETIME)
                .map(each -> join(each.half, half));
        clear();
        half.wipe();
        return whole;
    }

    void clear() {
        first.ifPresent(each -> each.half.wipe());
        first = Optional.empty();
    }

    private static Secret join(Secret first, Secret second) {
        ByteWriter out = new ByteWriter();
        SecretBytes.write(out, first);
        SecretBytes.write(out, second);
        return SecretBytes.taking(out);
    }
}
