package org.lockcredentials.zwave.command.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.UnknownCommand;

class CommandsProperties {

    private static final int INPUTS = 1_000_000;

    /** Half of the inputs begin as a known command, a quarter are valid commands with some bytes changed. */
    @Example
    void aMillionInputsRaiseNothingButDecodeException() {
        SplittableRandom random = new SplittableRandom(0x63_83);
        List<CommandType<?>> table = Commands.table();
        byte[] lastDecoded = {0x20, 0x02};
        int decoded = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = new byte[random.nextInt(64)];
            random.nextBytes(input);
            if (i % 4 == 3) {
                input = mutated(lastDecoded, random);
            } else if (i % 2 == 0 && input.length >= 2) {
                CommandType<?> type = table.get(random.nextInt(table.size()));
                input[0] = (byte) type.commandClass();
                input[1] = (byte) type.command();
            }
            try {
                Command command = Commands.decode(input);
                decoded++;
                if (!(command instanceof UnknownCommand)) {
                    lastDecoded = command.encode();
                }
            } catch (DecodeException refused) {
                assertTrue(refused.getMessage().length() < 200, refused.getMessage());
            }
        }
        assertTrue(decoded > INPUTS / 10, "only " + decoded + " inputs were commands");
    }

    /** What is read is written so that it reads the same again. */
    @Property(tries = 4_000, maxDiscardRatio = 50)
    void whatDecodesComesBackTheSame(@ForAll @IntRange(max = 999) int row, @ForAll @Size(max = 48) byte[] fields) {
        CommandType<?> type =
                Commands.table().get(Math.floorMod(row, Commands.table().size()));
        byte[] input = new byte[fields.length + 2];
        input[0] = (byte) type.commandClass();
        input[1] = (byte) type.command();
        System.arraycopy(fields, 0, input, 2, fields.length);
        try {
            Command command = Commands.decode(input);
            assertEquals(type.javaType(), command.getClass());
            assertEquals(command, Commands.decode(command.encode()));
        } catch (DecodeException refused) {
            Assume.that(false);
        }
    }

    @Property(tries = 5_000)
    void whatNoCodecKnowsKeepsItsBytes(@ForAll byte[] fields) throws DecodeException {
        byte[] input = new byte[fields.length + 3];
        input[0] = (byte) 0xF1;
        input[1] = 0x01;
        input[2] = 0x7F;
        System.arraycopy(fields, 0, input, 3, fields.length);
        Command command = Commands.decode(input);
        assertEquals(0xF101, command.type().commandClass());
        assertTrue(command.sensitive());
        assertArrayEquals(input, command.encode());
    }

    private static byte[] mutated(byte[] valid, SplittableRandom random) {
        byte[] mutant = Arrays.copyOf(valid, Math.max(0, valid.length + random.nextInt(5) - 2));
        for (int changes = random.nextInt(4); changes > 0 && mutant.length > 0; changes--) {
            mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
        }
        return mutant;
    }
}
