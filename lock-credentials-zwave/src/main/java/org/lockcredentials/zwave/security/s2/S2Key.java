package org.lockcredentials.zwave.security.s2;

import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.zwave.crypto.Ckdf;
import org.lockcredentials.zwave.crypto.S2Keys;
import org.lockcredentials.zwave.security.SecurityClass;

/**
 * A key that messages may be encrypted with.
 *
 * @param securityClass whose key it is; empty for the temporary key under which network keys are handed over
 */
public record S2Key(Optional<SecurityClass> securityClass, S2Keys keys) implements AutoCloseable {

    /** The key that follows from a class's network key; with S0's, only to verify that it was handed over (SDS13783 §3.6.6.1). */
    public static S2Key of(SecurityClass securityClass, Secret networkKey) {
        return new S2Key(Optional.of(securityClass), Ckdf.network(networkKey));
    }

    /** A key of one bootstrapping. */
    public static S2Key temporary(S2Keys keys) {
        return new S2Key(Optional.empty(), keys);
    }

    /** Wipes it. */
    @Override
    public void close() {
        keys.close();
    }

    @Override
    public String toString() {
        return securityClass.map(SecurityClass::title).orElse("temporary key");
    }
}
