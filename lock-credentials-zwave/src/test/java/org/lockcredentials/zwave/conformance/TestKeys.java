package org.lockcredentials.zwave.conformance;

import org.lockcredentials.Secret;
import org.lockcredentials.zwave.security.NetworkKeys;

/** The keys of the network that the secure locks are in. */
public final class TestKeys {

    /** As the stick is told them. */
    public static final String SCENARIO = """
            {'S2_AccessControl':'00112233445566778899AABBCCDDEEFF','S2_Authenticated':'112233445566778899AABBCCDDEEFF00',
             'S2_Unauthenticated':'2233445566778899AABBCCDDEEFF0011','S0_Legacy':'0102030405060708090A0B0C0D0E0F10'}
            """.strip();

    private static final String TEXT = """
            S2_AccessControl=00112233445566778899AABBCCDDEEFF
            S2_Authenticated=112233445566778899AABBCCDDEEFF00
            S2_Unauthenticated=2233445566778899AABBCCDDEEFF0011
            S0_Legacy=0102030405060708090A0B0C0D0E0F10
            """;

    private TestKeys() {}

    /** As a host gives them. */
    public static NetworkKeys keys() {
        try (Secret text = Secret.of(TEXT)) {
            return NetworkKeys.parse(text);
        }
    }
}
