package org.lockcredentials.zwave.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;

class NetworkKeysTest {

    @Test
    void theTextFormIsReadAndWritten() {
        Secret text = Secret.of("""
                # of the old controller

                S2_AccessControl = 000102030405060708090A0B0C0D0E0F
                S0_Legacy=f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff
                """);
        NetworkKeys keys = NetworkKeys.parse(text);
        assertEquals(Set.of(SecurityClass.S2_ACCESS_CONTROL, SecurityClass.S0_LEGACY), keys.classes());
        assertEquals(Optional.empty(), keys.key(SecurityClass.S2_AUTHENTICATED));
        assertEquals(
                Secret.of("S2_AccessControl=000102030405060708090a0b0c0d0e0f\n"
                        + "S0_Legacy=f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff\n"),
                keys.text());
    }

    @Test
    void generatedKeysDifferAndComeBackFromTheirText() {
        NetworkKeys keys = NetworkKeys.generate(EnumSet.allOf(SecurityClass.class), new ScriptedRandom(1));
        NetworkKeys read = NetworkKeys.parse(keys.text());
        for (SecurityClass each : SecurityClass.values()) {
            assertEquals(keys.key(each), read.key(each));
        }
    }

    @Test
    void whatIsWrongIsNamedByLineAndNeverShown() {
        for (String wrong : new String[] {
            "S2_AccessControl=000102030405060708090A0B0C0D0E",
            "S2_Access=000102030405060708090A0B0C0D0E0F",
            "S0_Legacy=000102030405060708090A0B0C0D0E0G",
            "S0_Legacy=000102030405060708090A0B0C0D0E0F00",
            "S0_Legacy",
            "0001020304"
        }) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> NetworkKeys.parse(Secret.of("#\n" + wrong)));
            assertTrue(refused.getMessage().startsWith("line 2"), refused.getMessage());
            assertFalse(refused.getMessage().contains("0001"), refused.getMessage());
        }
    }

    @Test
    void noTwoClassesShareAKey() {
        Secret key = Secret.of(new byte[16]);
        assertThrows(
                IllegalArgumentException.class,
                () -> NetworkKeys.of(
                        Map.of(SecurityClass.S2_ACCESS_CONTROL, key, SecurityClass.S2_AUTHENTICATED, key)));
    }

    @Test
    void closingWipes() {
        NetworkKeys keys = NetworkKeys.generate(Set.of(SecurityClass.S0_LEGACY), new ScriptedRandom(2));
        Secret key = keys.key(SecurityClass.S0_LEGACY).orElseThrow();
        keys.close();
        assertTrue(key.isWiped());
    }

    /** SDS13783 table 19. */
    @Test
    void masksNameClassesOfOneProtocol() {
        assertEquals(
                Set.of(SecurityClass.S2_ACCESS_CONTROL, SecurityClass.S0_LEGACY), SecurityClass.ofMask(0xFC, false));
        assertEquals(Set.of(SecurityClass.S2_AUTHENTICATED_LR), SecurityClass.ofMask(0x83, true));
        assertEquals(
                0x87,
                SecurityClass.mask(Set.of(
                        SecurityClass.S0_LEGACY,
                        SecurityClass.S2_UNAUTHENTICATED,
                        SecurityClass.S2_AUTHENTICATED,
                        SecurityClass.S2_ACCESS_CONTROL)));
    }
}
