package org.lockcredentials.matter.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.testing.Pins;

class SetupPayloadTest {

    /** matter.js, packages/types/test/schema/PairingCodeSchemaTest.ts. */
    @Test
    void readsAndWritesAQrCode() throws DecodeException {
        SetupPayload payload = only("MT:YNJV7VSC00CMVH7SR00");
        assertEquals(Discriminator.ofLong(2976), payload.discriminator());
        assertEquals("34567890", Codes.passcode(payload));
        assertEquals(CommissioningFlow.STANDARD, payload.flow());
        assertEquals(Optional.of(Set.of(DiscoveryCapability.BLE)), payload.capabilities());
        assertEquals(Optional.of(9050), payload.vendorId());
        assertEquals(Optional.of(65279), payload.productId());
        assertEquals("MT:YNJV7VSC00CMVH7SR00", Codes.text(payload.toQrCode()));
    }

    /** connectedhomeip, src/setup_payload/tests/TestHelpers.h: four devices in one code, each number one more than the last. */
    @Test
    void readsSeveralDevicesFromOneQrCode() throws DecodeException {
        List<SetupPayload> payloads = SetupPayload.decode(
                Secret.of("MT:M5L90MP500K64J00000*M5L90U.D010K4J00000*M5L900CM02IX4J00000*M5L908OU03-85J00000"));
        assertEquals(
                List.of("00002048 128", "00002049 129", "00002050 130", "00002051 131"),
                payloads.stream()
                        .map(each -> Codes.passcode(each) + " "
                                + each.discriminator().value())
                        .toList());
        assertEquals(
                Optional.of(Set.of(DiscoveryCapability.SOFT_AP)),
                payloads.get(3).capabilities());
        assertEquals("MT:M5L90MP500K64J00000", Codes.text(payloads.get(0).toQrCode()));
    }

    /** matter.js, as above: the same device with three bytes of TLV. */
    @Test
    void readsOverTheTlvOfAQrCode() throws DecodeException {
        assertEquals(only("MT:YNJV7VSC00CMVH7SR00"), only("MT:YNJV7VSC00CMVH7E4810AK00"));
    }

    /** What the matter.js lock prints for passcode 20202021 and discriminator 3840. */
    @Test
    void bothCodesOfOneLockAgree() throws DecodeException {
        SetupPayload scanned = only("  MT:Y.K90AFN00KA0648G00\n");
        SetupPayload typed = only("3497-011-2332");
        assertEquals(Discriminator.ofLong(3840), scanned.discriminator());
        assertEquals(Discriminator.ofShort(15), typed.discriminator());
        assertEquals(typed.discriminator(), scanned.discriminator().toShort());
        assertEquals("20202021", Codes.passcode(scanned));
        assertEquals(scanned.passcode(), typed.passcode());
        assertEquals("34970112332", Codes.text(scanned.toManualCode()));
        assertEquals("34970112332", Codes.text(typed.toManualCode()));
        assertThrows(IllegalArgumentException.class, typed::toQrCode);
    }

    /** matter.js, as above, and connectedhomeip, src/setup_payload/tests/TestManualCode.cpp. */
    @ParameterizedTest
    @CsvSource({
        "26318621095, 11, 34567890, 0, 0",
        "0112 761 4316, 0, 23456780, 0, 0",
        "1604-371-4310, 7, 23456789, 0, 0",
        "52927623630456200032, 5, 38728284, 4562, 32",
        "40000100000000100001, 0, 00000001, 1, 1",
        "0000010000, 0, 00000001, 0, 0"
    })
    void readsManualCodes(String code, int discriminator, String passcode, int vendor, int product)
            throws DecodeException {
        SetupPayload payload = only(withCheckDigit(code));
        assertEquals(Discriminator.ofShort(discriminator), payload.discriminator());
        assertEquals(passcode, Codes.passcode(payload));
        assertEquals(Optional.of(vendor).filter(id -> id != 0), payload.vendorId());
        assertEquals(Optional.of(product).filter(id -> id != 0), payload.productId());
        assertEquals(withCheckDigit(code).replaceAll("\\D", ""), Codes.text(payload.toManualCode()));
    }

    /** Those of ten or twenty digits have the right check digit, and no passcode, or a length that their first digit denies. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MT:",
                "MT:*",
                "34970112331",
                "349701123",
                "349701123321",
                "3497.011.2332",
                "2327680000",
                "23456789123456785610",
                "MT:YNJV7VSC00ANG46Y900",
                "MT:ZNJV7VSC00CMVH7SR00",
                "mt:YNJV7VSC00CMVH7SR00",
                "MT:YNJV7VSC00CMVH7SR00*"
            })
    void refusesWhatIsNoCode(String code) {
        assertThrows(DecodeException.class, () -> SetupPayload.decode(Secret.of(withCheckDigit(code))));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                -1, 0, 11111111, 22222222, 33333333, 44444444, 55555555, 66666666, 77777777, 88888888, 99999999,
                12345678, 87654321, 100000000, 134217727
            })
    void noDeviceMayHaveSuchAPasscode(int value) {
        assertFalse(Passcode.isValid(value));
        assertThrows(IllegalArgumentException.class, () -> Passcode.of(value));
    }

    @Test
    void theLeastAndTheGreatestPasscodeAreValid() {
        assertTrue(Passcode.isValid(1));
        assertTrue(Passcode.isValid(99_999_998));
        assertFalse(Passcode.isValid(Secret.of("123456789012345678901")));
        assertTrue(Passcode.isValid(Passcode.random(new SecureRandom())));
    }

    @Test
    void showsNoPasscodeAndWipesIt() {
        String digits = Pins.next();
        SetupPayload payload = new SetupPayload(
                Discriminator.ofLong(1),
                Secret.of(digits),
                CommissioningFlow.STANDARD,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertFalse(payload.toString().contains(digits));
        payload.close();
        assertTrue(payload.passcode().isWiped());
    }

    private static SetupPayload only(String code) throws DecodeException {
        List<SetupPayload> payloads = SetupPayload.decode(Secret.of(code));
        assertEquals(1, payloads.size());
        return payloads.get(0);
    }

    /** The vectors of connectedhomeip leave the check digit to their test. */
    private static String withCheckDigit(String code) {
        if (!code.matches("\\d{10}|\\d{20}")) {
            return code;
        }
        int[] digits = code.chars().map(each -> each - '0').toArray();
        return code + Verhoeff.checkDigit(digits, digits.length);
    }
}
