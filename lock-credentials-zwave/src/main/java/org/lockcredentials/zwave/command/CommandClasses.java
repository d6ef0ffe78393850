package org.lockcredentials.zwave.command;

import java.util.ArrayList;
import java.util.List;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * Lists of command class identifiers, one byte each or two from 0xF1 on; a mark parts the supported from the controlled
 * (SDS13783 §3.5.4.3, §3.6.8.2).
 *
 * @param supported identifiers before the mark
 * @param controlled identifiers behind it
 */
public record CommandClasses(List<Integer> supported, List<Integer> controlled) {

    private static final int MARK = 0xEF;
    private static final int FIRST_EXTENDED = 0xF1;

    public CommandClasses {
        supported = List.copyOf(supported);
        controlled = List.copyOf(controlled);
        supported.forEach(CommandClasses::check);
        controlled.forEach(CommandClasses::check);
    }

    /** Supported command classes only. */
    public static CommandClasses supporting(List<Integer> supported) {
        return new CommandClasses(supported, List.of());
    }

    /** Reads to the end. */
    public static CommandClasses read(ByteReader in) throws DecodeException {
        List<Integer> supported = new ArrayList<>();
        List<Integer> controlled = new ArrayList<>();
        List<Integer> current = supported;
        while (!in.isEmpty()) {
            int first = in.u8();
            if (first == MARK) {
                current = controlled;
            } else {
                current.add(first < FIRST_EXTENDED ? first : first << 8 | in.u8());
            }
        }
        return new CommandClasses(supported, controlled);
    }

    public void write(ByteWriter out) {
        supported.forEach(id -> write(out, id));
        if (!controlled.isEmpty()) {
            out.u8(MARK);
            controlled.forEach(id -> write(out, id));
        }
    }

    private static void write(ByteWriter out, int id) {
        if (id > 0xFF) {
            out.u16(id);
        } else {
            out.u8(id);
        }
    }

    private static void check(int id) {
        if (id > 0xFF) {
            Range.check("extended command class", id, FIRST_EXTENDED << 8, 0xFFFF);
        } else {
            Range.check("command class", id, 0, FIRST_EXTENDED - 1);
        }
    }
}
