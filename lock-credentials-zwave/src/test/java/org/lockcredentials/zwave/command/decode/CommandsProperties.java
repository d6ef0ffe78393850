package org.lockcredentials.zwave.command.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.CrcCcitt;
import org.lockcredentials.zwave.command.UnknownCommand;

class CommandsProperties {

    private static final int INPUTS = 1_000_000;
    private static final int ATTEMPTS = 2_000;

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
                checksummed(input);
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

    /** What is read is written so that it reads the same again, for every row of the table. */
    @Example
    void everyCommandComesBackTheSame() {
        SplittableRandom random = new SplittableRandom(0x62);
        for (CommandType<?> type : Commands.table()) {
            int read = 0;
            for (int i = 0; i < ATTEMPTS; i++) {
                Optional<Command> command = decode(likely(type, random));
                if (command.isPresent()) {
                    read++;
                    assertEquals(type.javaType(), command.get().getClass());
                    assertEquals(command, decode(command.get().encode()));
                }
            }
            assertTrue(read >= ATTEMPTS / 100, type + " was read only " + read + " times");
        }
    }

    @Example
    void theTableNamesEveryCommandOnce() {
        for (CommandType<?> type : Commands.table()) {
            assertEquals(Optional.of(type), Commands.type(type.commandClass(), type.command()));
            assertTrue(CommandClass.of(type.commandClass()).isPresent(), type.toString());
        }
    }

    @Property(tries = 500)
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

    private static Optional<Command> decode(byte[] input) {
        try {
            return Optional.of(Commands.decode(input));
        } catch (DecodeException refused) {
            return Optional.empty();
        }
    }

    /** Mostly small numbers, so that lengths and counts fit and fields are in range. */
    private static byte[] likely(CommandType<?> type, SplittableRandom random) {
        byte[] input = new byte[2 + random.nextInt(40)];
        for (int i = 2; i < input.length; i++) {
            input[i] = (byte) random.nextInt(random.nextInt(8) == 0 ? 256 : 4);
        }
        input[0] = (byte) type.commandClass();
        input[1] = (byte) type.command();
        checksummed(input);
        return input;
    }

    /** A right checksum for what ends with one, since no chance finds it. */
    private static void checksummed(byte[] input) {
        boolean segment = input[0] == 0x55 && ((input[1] & 0xF8) == 0xC0 || (input[1] & 0xF8) == 0xE0);
        if (input.length > 4 && (segment || input[0] == 0x56)) {
            int checksum = CrcCcitt.of(Arrays.copyOf(input, input.length - 2));
            input[input.length - 2] = (byte) (checksum >> 8);
            input[input.length - 1] = (byte) checksum;
        }
    }

    private static byte[] mutated(byte[] valid, SplittableRandom random) {
        byte[] mutant = Arrays.copyOf(valid, Math.max(0, valid.length + random.nextInt(5) - 2));
        for (int changes = random.nextInt(4); changes > 0 && mutant.length > 0; changes--) {
            mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
        }
        return mutant;
    }
}
