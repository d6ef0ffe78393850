package org.lockcredentials.matter.tlv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lockcredentials.internal.bytes.DecodeException;

class TlvProperties {

    private static final int INPUTS = 1_000_000;

    /** A third random, two thirds valid encodings of which some octets were changed, cut off or doubled. */
    @Example
    void aMillionInputsRaiseNothingButDecodeException() {
        int decoded = Inputs.onShallowStack(TlvProperties::tried);
        assertTrue(decoded > INPUTS / 10, "only " + decoded + " inputs were read");
    }

    private static int tried() throws DecodeException {
        SplittableRandom random = new SplittableRandom(0x71F);
        int decoded = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] input;
            if (i % 3 == 0) {
                input = new byte[random.nextInt(48)];
                random.nextBytes(input);
            } else {
                input = Mutation.of(RandomTlv.encoded(random), random);
            }
            try {
                TlvElement element = Tlv.decode(input);
                decoded++;
                byte[] canonical = Tlv.encode(element);
                assertTrue(canonical.length <= input.length);
                assertArrayEquals(canonical, Tlv.encode(Tlv.decode(canonical)));
            } catch (DecodeException refused) {
                assertTrue(refused.getMessage().length() < 200, refused.getMessage());
            }
        }
        return decoded;
    }

    @Property(tries = 1000)
    void everyTreeComesBackTheSame(@ForAll long seed) throws DecodeException {
        byte[] encoded = RandomTlv.encoded(new SplittableRandom(seed));
        TlvElement tree = Tlv.decode(encoded);
        assertArrayEquals(encoded, Tlv.encode(tree));
    }

    @Property
    void everyNumberComesBackTheSame(@ForAll long number) throws DecodeException {
        assertEquals(
                number, Tlv.decode(Tlv.encode(new TlvElement.SignedInt(number))).i64());
        assertEquals(
                number,
                Tlv.decode(Tlv.encode(new TlvElement.UnsignedInt(number))).u64());
    }
}
