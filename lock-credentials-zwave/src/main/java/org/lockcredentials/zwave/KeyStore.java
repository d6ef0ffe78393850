package org.lockcredentials.zwave;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.spi.StateStore;
import org.lockcredentials.zwave.security.NetworkKeys;
import org.lockcredentials.zwave.security.SecurityClass;

/** The keys of one network: those that the host gave, else those that were made here and are kept in the store. */
final class KeyStore {

    private final Optional<NetworkKeys> given;
    private final StateStore store;
    private final String place;
    private final SecureRandom random;

    KeyStore(Optional<NetworkKeys> given, StateStore store, long homeId, SecureRandom random) {
        this.given = given;
        this.store = store;
        this.place = "%s/%08x/keys".formatted(ZWaveBackend.NAME, homeId);
        this.random = random;
    }

    /**
     * The keys as far as there are any, for the caller to wipe.
     *
     * @throws LockCredentialException REJECTED if those that are kept cannot be read: without them no lock of the network can
     */
    NetworkKeys existing() {
        return given.map(NetworkKeys::copy)
                .orElseGet(() -> store.read(place).map(KeyStore::parse).orElseGet(NetworkKeys::none));
    }

    /** The same, made and kept before they are returned if there are none. */
    NetworkKeys existingOrNew() {
        NetworkKeys existing = existing();
        if (given.isPresent() || !existing.classes().isEmpty()) {
            return existing;
        }
        NetworkKeys made = NetworkKeys.generate(EnumSet.allOf(SecurityClass.class), random);
        try (Secret text = made.text()) {
            byte[] bytes = text.use(byte[]::clone);
            try {
                store.write(place, bytes);
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        } catch (RuntimeException notKept) {
            made.close();
            throw notKept;
        }
        return made;
    }

    private static NetworkKeys parse(byte[] bytes) {
        try (Secret text = Secret.of(bytes)) {
            return NetworkKeys.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw new LockCredentialException(
                    Reason.REJECTED, "the keys of the network cannot be read: " + malformed.getMessage());
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
