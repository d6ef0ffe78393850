package org.lockcredentials.matter.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.lockcredentials.Secret;

/** SHA-256 and HMAC-SHA-256, Core specification sections 3.3 and 3.4. */
public final class Hashes {

    private Hashes() {}

    /** The 32-byte SHA-256 of the parts in order. */
    public static byte[] sha256(byte[]... parts) {
        return digest("SHA-256", parts);
    }

    /** The 20-byte SHA-1, which certificates name keys by; it protects nothing. */
    static byte[] sha1(byte[] bytes) {
        return digest("SHA-1", bytes);
    }

    /** The 32-byte HMAC-SHA-256 of the parts in order. */
    public static byte[] hmac(Secret key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key.use(bytes -> new SecretKeySpec(bytes, "HmacSHA256")));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    private static byte[] digest(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has " + algorithm, impossible);
        }
    }
}
