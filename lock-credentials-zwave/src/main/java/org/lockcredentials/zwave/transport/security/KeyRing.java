package org.lockcredentials.zwave.transport.security;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockcredentials.zwave.crypto.S0Keys;
import org.lockcredentials.zwave.security.NetworkKeys;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.security.s2.S2Key;

/** The keys of a network, ready for use; what follows from a key is worked out once. */
public final class KeyRing implements AutoCloseable {

    private final NetworkKeys keys;
    private final Map<SecurityClass, S2Key> s2 = new EnumMap<>(SecurityClass.class);
    private Optional<S0Keys> s0 = Optional.empty();

    /** Takes over the keys: they are wiped when this is closed. */
    public KeyRing(NetworkKeys keys) {
        this.keys = keys;
    }

    /** The classes that have a key, the most trusted first. */
    public Set<SecurityClass> classes() {
        return keys.classes();
    }

    public NetworkKeys networkKeys() {
        return keys;
    }

    Optional<S2Key> s2(SecurityClass securityClass) {
        if (!securityClass.isS2()) {
            return Optional.empty();
        }
        return keys.key(securityClass).map(key -> s2.computeIfAbsent(securityClass, each -> S2Key.of(each, key)));
    }

    Optional<S0Keys> s0() {
        if (s0.isEmpty()) {
            s0 = keys.key(SecurityClass.S0_LEGACY).map(S0Keys::of);
        }
        return s0;
    }

    /** Wipes all keys. */
    @Override
    public void close() {
        s2.values().forEach(S2Key::close);
        s0.ifPresent(S0Keys::close);
        keys.close();
    }
}
