package org.lockcredentials.matter.attestation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockcredentials.internal.bytes.DecodeException;

class ProductIdsTest {

    private static final ProductIds BOTH = new ProductIds(Optional.of(0xFFF1), Optional.of(0x00B1));

    /** The examples of Core specification section 6.2.2.2.1, as in matter.js packages/protocol/test/certificate/CertificatesTest.ts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACME Matter Devel DAC 5CDA9899 Mvid:FFF1 Mpid:00B1",
                "ACME Matter Devel DAC 5CDA9899 Mpid:00B1 Mvid:FFF1",
                "Mpid:00B1,ACME Matter Devel DAC 5CDA9899,Mvid:FFF1",
                "ACME Matter Devel DAC 5CDA9899 Mvid:FFF1Mpid:00B1",
                "Mvid:FFF1ACME Matter Devel DAC 5CDAMpid:00B19899"
            })
    void aCommonNameMayCarryBoth(String name) throws DecodeException {
        assertEquals(BOTH, ProductIds.ofCommonName(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DAC Mvid:FF1 Mpid:00B1",
                "DAC Mvid:fff1 Mpid:00B1",
                "DAC Mvid:FFF1 Mpid:B1",
                "DAC Mpid: Mvid:FFF1"
            })
    void aLabelWithoutFourDigitsIsAMistake(String name) {
        assertThrows(DecodeException.class, () -> ProductIds.ofCommonName(name));
    }

    @Test
    void theFirstWellFormedValueCounts() throws DecodeException {
        assertEquals(
                Optional.of(0xFE67),
                ProductIds.ofCommonName("Mpid:Mvid:FFF1 Mpid:12cd Matter Test Mpid:FE67")
                        .product());
    }

    @Test
    void anAttributeOfMatterMakesTheCommonNameOrdinary() throws DecodeException {
        assertEquals(
                new ProductIds(Optional.of(0xFFF2), Optional.empty()),
                ProductIds.of(new X500Name("CN=Mvid:FFF1 Mpid:00B1,1.3.6.1.4.1.37244.2.1=FFF2")));
        assertThrows(
                DecodeException.class,
                () -> ProductIds.of(new X500Name("1.3.6.1.4.1.37244.2.1=FFF1,1.3.6.1.4.1.37244.2.1=FFF1")));
        assertEquals(new ProductIds(Optional.empty(), Optional.empty()), ProductIds.of(new X500Name("O=Nobody")));
    }
}
