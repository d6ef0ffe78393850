package org.lockcredentials.matter.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;

class FabricKeysTest {

    private static final HexFormat HEX = HexFormat.of();

    /** The example of Core specification section 4.3.2.2, as in connectedhomeip's src/crypto/tests/TestChipCryptoPAL.cpp. */
    @Test
    void compressedFabricId() throws DecodeException {
        P256PublicKey root = P256PublicKey.of(HEX.parseHex(
                "044a9f42b1ca4840d37292bbc7f6a7e11e22200c976fc900dbc98a7a383a641cb8254a2e56d4e295a847943b4e3897c4a773e930"
                        + "277b4d9fbede8a052686bfacfa"));
        assertEquals(0x87e1b004e235a130L, FabricKeys.compressedFabricId(root, 0x2906C908D115D362L));
    }

    /** connectedhomeip's src/crypto/tests/TestGroupOperationalCredentials.cpp. */
    @ParameterizedTest
    @CsvSource({
        "00000000000000000000000000000000,c5f2690187115150c356ad93b385bb0f",
        "101112131415161718191a1b1c1d1e1f,aed95695f375d2ce78556a41730c3f43",
        "202122232425262728292a2b2c2d2e2f,35ca346e5e24bbbe889cf4d35c5e820a"
    })
    void operationalIpk(String epochKey, String expected) {
        Secret ipk = FabricKeys.operationalIpk(Secret.of(HEX.parseHex(epochKey)), 0x87e1b004e235a130L);
        assertEquals(expected, ipk.<String>use(HEX::formatHex));
    }

    /** matter.js packages/protocol/test/fabric/FabricTest.ts; the first row is the example of Core specification section 4.14.2.4.1. */
    @ParameterizedTest
    @CsvSource({
        "9bc61cd9c62a2df6d64dfcaa9dc472d4,7e171231568dfa17206b3accf8faec2f4d21b580113196f47c7c4deb810a73dc,"
                + "044a9f42b1ca4840d37292bbc7f6a7e11e22200c976fc900dbc98a7a383a641cb8254a2e56d4e295a847943b4e3897c4a773e9"
                + "30277b4d9fbede8a052686bfacfa,2906c908d115d362,cd5544aa7b13ef14,"
                + "dc35dd5fc9134cc5544538c9c3fc4297c1ec3370c839136a80e10796451d4c53",
        "6624ed691e9b53b1f286d98117918c3a,0b2a71876d3d090d37cb5286168ab9be0d2e7e0ccbedc1f55331b8a8051ee02f,"
                + "04d89eb7e3f3226d0918f4b85832457bb9981bca7aaef58c18fb5ec07525e472b2bd1617fb75ee41bd388f94ae6a6070efc896"
                + "777516a5c54aff74ec0804cdde9d,1,55,b1ce1a45fd930831203024286cd609ec4f9bbe71ed8e10c2c4cab0be49a87e8a"
    })
    void destinationId(String ipk, String random, String root, String fabricId, String nodeId, String expected)
            throws DecodeException {
        byte[] id = FabricKeys.destinationId(
                Secret.of(HEX.parseHex(ipk)),
                HEX.parseHex(random),
                P256PublicKey.of(HEX.parseHex(root)),
                Long.parseUnsignedLong(fabricId, 16),
                Long.parseUnsignedLong(nodeId, 16));
        assertEquals(expected, HEX.formatHex(id));
    }
}
