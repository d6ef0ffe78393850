package org.lockcredentials.matter.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;

class SessionKeysTest {

    /** connectedhomeip's src/crypto/tests/TestSessionKeystore.cpp, which splits the same output in the same order. */
    @Test
    void keysAreCutFromTheOutputInOrder() {
        SessionKeys keys =
                SessionKeys.derive(Secret.of("secret"), "salt123".getBytes(US_ASCII), "info123".getBytes(US_ASCII));
        assertEquals("a134e284e8628486f4d620a711f3cb50", hex(keys.initiatorToResponder()));
        assertEquals("8a84a74c1550cf1dc57e5f8a099dcf37", hex(keys.responderToInitiator()));
        assertEquals("739184dd1465856473706661f5116be5", hex(keys.attestationChallenge()));
    }

    @Test
    void aResumedSessionHasOtherKeysThanAnEstablishedOne() {
        byte[] salt = "salt123".getBytes(US_ASCII);
        SessionKeys established = SessionKeys.ofCase(Secret.of("secret"), salt);
        SessionKeys resumed = SessionKeys.ofResumption(Secret.of("secret"), salt);
        assertNotEquals(hex(established.initiatorToResponder()), hex(resumed.initiatorToResponder()));
        assertEquals(
                hex(SessionKeys.ofCase(Secret.of("secret"), new byte[0]).initiatorToResponder()),
                hex(SessionKeys.ofPase(Secret.of("secret")).initiatorToResponder()));
    }

    @Test
    void closingWipesAndNothingIsShown() {
        SessionKeys keys = SessionKeys.ofPase(Secret.of("secret"));
        assertFalse(keys.toString().contains(hex(keys.initiatorToResponder())));
        keys.close();
        assertTrue(keys.initiatorToResponder().isWiped());
        assertTrue(keys.responderToInitiator().isWiped());
        assertTrue(keys.attestationChallenge().isWiped());
    }

    private static String hex(Secret secret) {
        return secret.use(HexFormat.of()::formatHex);
    }
}
