package org.lockcredentials.conformance;

import java.util.Map;
import java.util.Optional;
import org.lockcredentials.Credential;
import org.lockcredentials.Secret;

/**
 * A user as the lock's other side says that it holds it.
 *
 * @param name empty on a lock that keeps no names
 * @param codes what its credentials say; a credential whose data the other side does not know is left out
 */
public record TrueUser(int index, Optional<String> name, boolean enabled, Map<Credential, Secret> codes) {

    public TrueUser {
        codes = Map.copyOf(codes);
    }

    boolean holds(Secret code) {
        return codes.containsValue(code);
    }
}
