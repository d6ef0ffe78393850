package org.lockcredentials.internal.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.testing.Pins;

/** Codes of a record that cannot be read to its end. */
final class KeptCodesTest {

    @Test
    void whatWasReadBeforeAMalformedCodeIsWiped() {
        Map<Credential, Secret> codes = new LinkedHashMap<>();
        codes.put(new Credential(CredentialType.PIN, 1), Pins.secret());
        codes.put(new Credential(CredentialType.PIN, 2), Pins.secret());
        byte[] whole = KeptCodes.encode(codes);
        Map<Credential, Secret> read = new LinkedHashMap<>();
        assertThrows(DecodeException.class, () -> KeptCodes.decode(Arrays.copyOf(whole, whole.length - 1), read));
        assertEquals(1, read.size());
        assertTrue(read.values().stream().allMatch(Secret::isWiped));
    }
}
