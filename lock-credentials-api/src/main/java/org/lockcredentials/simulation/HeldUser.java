package org.lockcredentials.simulation;

import java.util.Map;
import org.lockcredentials.Credential;
import org.lockcredentials.Secret;
import org.lockcredentials.User;

/**
 * A user as the lock really holds it, codes included, whatever it tells its hosts.
 *
 * @param user the user with credentials and schedules
 * @param codes what each of the credentials says, in copies
 */
public record HeldUser(User user, Map<Credential, Secret> codes) {

    public HeldUser {
        codes = Map.copyOf(codes);
    }

    /** True if one of its credentials says just this. */
    public boolean holds(Secret code) {
        return codes.containsValue(code);
    }
}
