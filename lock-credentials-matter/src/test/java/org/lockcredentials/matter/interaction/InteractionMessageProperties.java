package org.lockcredentials.matter.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Inputs;
import org.lockcredentials.matter.tlv.Mutation;
import org.lockcredentials.matter.tlv.RandomTlv;

class InteractionMessageProperties {

    private static final int INPUTS = 1_000_000;

    /** Three quarters valid messages with some octets changed, cut off or doubled; a quarter well-formed structures of chance. */
    @Example
    void aMillionInputsRaiseNothingButDecodeException() {
        int decoded = Inputs.onShallowStack(InteractionMessageProperties::tried);
        assertTrue(decoded > INPUTS / 10, "only " + decoded + " inputs were messages");
    }

    private static int tried() throws DecodeException {
        SplittableRandom random = new SplittableRandom(0x1A);
        List<InteractionMessage> valid = InteractionMessageTest.messages();
        List<byte[]> encoded = valid.stream().map(InteractionMessage::encode).toList();
        int decoded = 0;
        for (int i = 0; i < INPUTS; i++) {
            int base = random.nextInt(valid.size());
            int opcode = random.nextInt(8) == 0
                    ? random.nextInt(256)
                    : valid.get(base).opcode();
            byte[] input = i % 4 == 0 ? RandomTlv.encoded(random) : Mutation.of(encoded.get(base), random);
            try {
                InteractionMessage message = InteractionMessage.decode(opcode, input);
                decoded++;
                assertEquals(message, InteractionMessage.decode(message.opcode(), message.encode()));
            } catch (DecodeException refused) {
                assertTrue(refused.getMessage().length() < 200, refused.getMessage());
            }
        }
        return decoded;
    }
}
