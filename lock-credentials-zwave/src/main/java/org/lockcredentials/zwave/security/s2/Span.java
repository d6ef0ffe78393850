package org.lockcredentials.zwave.security.s2;

import java.util.Arrays;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.crypto.Ccm;
import org.lockcredentials.zwave.crypto.Ckdf;
import org.lockcredentials.zwave.crypto.CtrDrbg;

/** A singlecast pre-agreed nonce: what both sides draw their nonces from (SDS13783 §3.6.4.10). */
final class Span implements AutoCloseable {

    private final S2Key key;
    private final CtrDrbg generator;

    private Span(S2Key key, CtrDrbg generator) {
        this.key = key;
        this.generator = generator;
    }

    static Span of(S2Key key, Octets senderEntropy, Octets receiverEntropy) {
        byte[] mixed = Ckdf.mixedEntropy(senderEntropy.toBytes(), receiverEntropy.toBytes());
        Span span = new Span(key, key.keys().personalization().use(text -> new CtrDrbg(mixed, text)));
        Arrays.fill(mixed, (byte) 0);
        return span;
    }

    S2Key key() {
        return key;
    }

    /** The next nonce; no call gives the same again. */
    byte[] next() {
        return generator.generate(Ccm.NONCE);
    }

    @Override
    public void close() {
        generator.wipe();
    }
}
