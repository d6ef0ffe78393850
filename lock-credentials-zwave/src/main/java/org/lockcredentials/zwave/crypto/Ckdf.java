package org.lockcredentials.zwave.crypto;

import java.util.Arrays;
import org.lockcredentials.Secret;

/**
 * The key derivation of Security 2, CKDF: Transport-Encapsulation Command Class Specification, Security 2, "Key derivation".
 *
 * <p>Every derivation is a chain of CMACs, T(n) = CMAC(key, T(n-1) | constant | n); the constants tell the uses apart.
 */
public final class Ckdf {

    private static final byte TEMPORARY = (byte) 0x88;
    private static final byte NETWORK = 0x55;
    private static final byte ENTROPY = (byte) 0x88;

    private Ckdf() {}

    /** CKDF-TempExtract and CKDF-TempExpand: the keys with which network keys are handed over; {@code publicA} is the including controller's. */
    public static S2Keys temporary(byte[] sharedSecret, byte[] publicA, byte[] publicB) {
        try (Secret extract = Secret.of(repeated((byte) 0x33, 16));
                Secret pseudoRandom = taken(Aes.cmac(extract, sharedSecret, publicA, publicB))) {
            byte[][] t = chain(pseudoRandom, TEMPORARY, new byte[0], 3);
            return S2Keys.taking(t[0], joined(t[1], t[2]), new byte[16]);
        }
    }

    /** CKDF-NetworkKeyExpand: the keys that follow from a permanent network key of 16 bytes. */
    public static S2Keys network(Secret networkKey) {
        byte[][] t = chain(networkKey, NETWORK, new byte[0], 4);
        return S2Keys.taking(t[0], joined(t[1], t[2]), t[3]);
    }

    /** CKDF-MEI-Extract and CKDF-MEI-Expand: the mixed entropy that a nonce generator starts from, 32 bytes. */
    public static byte[] mixedEntropy(byte[] senderEntropy, byte[] receiverEntropy) {
        try (Secret extract = Secret.of(repeated((byte) 0x26, 16));
                Secret pseudoRandom = taken(Aes.cmac(extract, senderEntropy, receiverEntropy))) {
            byte[] first = concat(repeated(ENTROPY, 15), new byte[] {0});
            byte[][] t = chain(pseudoRandom, ENTROPY, first, 2);
            return joined(t[0], t[1]);
        }
    }

    private static byte[][] chain(Secret key, byte constant, byte[] first, int length) {
        byte[][] t = new byte[length][];
        byte[] previous = first;
        for (int n = 0; n < length; n++) {
            t[n] = Aes.cmac(key, previous, repeated(constant, 15), new byte[] {(byte) (n + 1)});
            previous = t[n];
        }
        return t;
    }

    private static Secret taken(byte[] bytes) {
        Secret secret = Secret.of(bytes);
        Arrays.fill(bytes, (byte) 0);
        return secret;
    }

    private static byte[] repeated(byte value, int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, value);
        return bytes;
    }

    /** Both, which are wiped. */
    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = concat(first, second);
        Arrays.fill(first, (byte) 0);
        Arrays.fill(second, (byte) 0);
        return both;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
