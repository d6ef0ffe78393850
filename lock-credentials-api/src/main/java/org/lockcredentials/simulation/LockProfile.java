package org.lockcredentials.simulation;

import java.util.Set;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Capabilities.UserModel;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockId;

/**
 * How a simulated lock is built; it never changes.
 *
 * @param wrongCodeLimit wrong codes in a row until it sounds the alarm
 * @param learnSteps how often a learnt credential has to be presented
 */
record LockProfile(
        LockId id,
        String name,
        String model,
        Capabilities capabilities,
        Set<Trait> traits,
        int wrongCodeLimit,
        int learnSteps) {

    LockProfile {
        traits = Set.copyOf(traits);
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    boolean slotIsUser() {
        return capabilities.users().model() == UserModel.SLOT_IS_USER;
    }

    boolean masks(CredentialType type) {
        return shows(type, Capabilities.ReadBack.MASKED);
    }

    boolean showsData(CredentialType type) {
        return shows(type, Capabilities.ReadBack.DATA);
    }

    private boolean shows(CredentialType type, Capabilities.ReadBack what) {
        return capabilities
                .credentials(type)
                .filter(can -> can.readBack() == what)
                .isPresent();
    }
}
