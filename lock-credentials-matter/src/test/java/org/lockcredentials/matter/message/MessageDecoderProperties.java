package org.lockcredentials.matter.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Inputs;

class MessageDecoderProperties {

    private static final int INPUTS = 1_000_000;

    /** Half of the inputs are random, half are valid ones with some bytes changed or cut off. */
    @Example
    void aMillionInputsRaiseNothingButDecodeException() {
        int decoded = Inputs.onShallowStack(MessageDecoderProperties::tried);
        assertTrue(decoded > INPUTS / 50, "only " + decoded + " inputs were messages");
    }

    private static int tried() {
        SplittableRandom random = new SplittableRandom(0x44);
        byte[] last = {0, 1, 0, 0, 1, 0, 0, 0, 5, 2, 1, 0, 1, 0};
        int decoded = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = new byte[random.nextInt(40)];
            random.nextBytes(input);
            if (i % 2 == 0) {
                input = Arrays.copyOf(last, Math.max(0, last.length - random.nextInt(3)));
                for (int n = 0; n < 3 && input.length > 0; n++) {
                    input[random.nextInt(input.length)] = (byte) (1 << random.nextInt(8));
                }
            }
            try {
                WireReader reader = WireReader.of(input);
                MessageHeader.decode(reader);
                Message.decode(reader.rest());
                decoded++;
                last = input;
            } catch (DecodeException refused) {
                assertTrue(refused.getMessage().length() < 200, refused.getMessage());
            }
        }
        return decoded;
    }

    @Property(tries = 2000)
    void whatIsWrittenIsReadTheSame(
            @ForAll boolean initiator,
            @ForAll boolean reliable,
            @ForAll @IntRange(max = 255) int opcode,
            @ForAll @IntRange(max = 0xFFFF) int exchange,
            @ForAll @IntRange(max = 0xFFFF) int vendor,
            @ForAll @LongRange(min = -1, max = 0xFFFF_FFFFL) long acknowledged,
            @ForAll byte[] payload)
            throws DecodeException {
        OptionalLong acknowledges = acknowledged < 0 ? OptionalLong.empty() : OptionalLong.of(acknowledged);
        Message message = new Message(
                new ProtocolHeader(initiator, reliable, opcode, exchange, new ProtocolId(vendor, opcode), acknowledges),
                payload);
        assertEquals(message, Message.decode(message.encode()));
        assertArrayEquals(message.encode(), Message.decode(message.encode()).encode());
    }

    @Property(tries = 2000)
    void headersComeBackTheSame(
            @ForAll @IntRange(max = 0xFFFF) int session,
            @ForAll @LongRange(max = 0xFFFF_FFFFL) long counter,
            @ForAll long source,
            @ForAll long destination)
            throws DecodeException {
        MessageHeader header = MessageHeader.of(
                session,
                counter,
                source % 2 == 0 ? OptionalLong.empty() : OptionalLong.of(source),
                destination % 2 == 0 ? OptionalLong.empty() : OptionalLong.of(destination));
        assertEquals(header, MessageHeader.decode(WireReader.of(header.encode())));
    }
}
