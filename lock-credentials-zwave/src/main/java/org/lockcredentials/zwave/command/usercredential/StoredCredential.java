package org.lockcredentials.zwave.command.usercredential;

import org.lockcredentials.Secret;
import org.lockcredentials.zwave.command.Range;

/** A credential as a lock's checksums count it; the data is what its reports carry. */
public record StoredCredential(CredentialType type, int slot, Secret data) {

    public StoredCredential {
        Range.u16("slot", slot);
        Range.length("credential", data, 0, 0xFF);
    }
}
