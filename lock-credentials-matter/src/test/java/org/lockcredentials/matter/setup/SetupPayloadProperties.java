package org.lockcredentials.matter.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Inputs;

class SetupPayloadProperties {

    private static final int INPUTS = 1_000_000;
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-.* ";
    private static final List<String> SEEDS =
            List.of("MT:Y.K90AFN00KA0648G00", "34970112332", "MT:YNJV7VSC00CMVH7E4810AK00", "529276236304562000326");

    /** Half of the inputs are valid codes with some characters changed. */
    @Example
    void aMillionInputsRaiseNothingButDecodeException() {
        int decoded = Inputs.onShallowStack(SetupPayloadProperties::tried);
        assertTrue(decoded > INPUTS / 100, "only " + decoded + " inputs were codes");
    }

    private static int tried() {
        SplittableRandom random = new SplittableRandom(0x38);
        int decoded = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = i % 2 == 0 ? random(random) : mutated(SEEDS.get(i / 2 % SEEDS.size()), random);
            try {
                List<SetupPayload> payloads = SetupPayload.decode(Secret.of(input));
                assertFalse(payloads.isEmpty());
                decoded++;
            } catch (DecodeException refused) {
                assertTrue(refused.getMessage().length() < 100, refused.getMessage());
            }
        }
        return decoded;
    }

    @Property
    void whatIsWrittenReadsTheSame(
            @ForAll @IntRange(min = 1, max = 99_999_998) int passcode,
            @ForAll @IntRange(max = 4095) int discriminator,
            @ForAll @IntRange(max = 65535) int vendor,
            @ForAll @IntRange(max = 65535) int product,
            @ForAll CommissioningFlow flow,
            @ForAll Set<DiscoveryCapability> capabilities)
            throws DecodeException {
        if (!Passcode.isValid(passcode)) {
            return;
        }
        SetupPayload payload = new SetupPayload(
                Discriminator.ofLong(discriminator),
                Passcode.of(passcode),
                flow,
                Optional.of(capabilities),
                Optional.of(vendor).filter(id -> id != 0),
                Optional.of(product).filter(id -> id != 0));
        assertEquals(List.of(payload), SetupPayload.decode(payload.toQrCode()));
        SetupPayload typed = SetupPayload.decode(payload.toManualCode()).get(0);
        assertEquals(payload.discriminator().toShort(), typed.discriminator());
        assertEquals(payload.passcode(), typed.passcode());
    }

    /** Each single wrong digit and each swap of two neighbours. */
    @Property(tries = 200)
    void theCheckDigitFindsWhatPeopleMistype(@ForAll @IntRange(min = 1, max = 99_999_998) int passcode) {
        if (!Passcode.isValid(passcode)) {
            return;
        }
        SetupPayload payload = new SetupPayload(
                Discriminator.ofLong(passcode % 4096),
                Passcode.of(passcode),
                CommissioningFlow.STANDARD,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        int[] digits = Codes.text(payload.toManualCode())
                .chars()
                .map(each -> each - '0')
                .toArray();
        assertTrue(Verhoeff.holds(digits));
        for (int i = 0; i < digits.length; i++) {
            for (int wrong = 1; wrong < 10; wrong++) {
                int[] mistyped = digits.clone();
                mistyped[i] = (mistyped[i] + wrong) % 10;
                assertFalse(Verhoeff.holds(mistyped));
            }
            if (i > 0 && digits[i] != digits[i - 1]) {
                int[] swapped = digits.clone();
                swapped[i] = digits[i - 1];
                swapped[i - 1] = digits[i];
                assertFalse(Verhoeff.holds(swapped));
            }
        }
    }

    private static byte[] random(SplittableRandom random) {
        byte[] input = new byte[random.nextInt(40)];
        for (int i = 0; i < input.length; i++) {
            input[i] = (byte)
                    (random.nextInt(16) == 0
                            ? random.nextInt(256)
                            : CHARACTERS.charAt(random.nextInt(random.nextInt(1, CHARACTERS.length()))));
        }
        if (random.nextInt(3) == 0 && input.length > 3) {
            System.arraycopy("MT:".getBytes(StandardCharsets.US_ASCII), 0, input, 0, 3);
        }
        return input;
    }

    private static byte[] mutated(String valid, SplittableRandom random) {
        byte[] input = valid.getBytes(StandardCharsets.US_ASCII);
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            input[random.nextInt(input.length)] = (byte) CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
        }
        return input;
    }
}
