package org.lockcredentials.zwave.command;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * The list of command classes in a Node Information Frame, a Multi Channel Capability Report or a list of securely
 * supported commands (SDS13782, node information).
 *
 * @param supported command classes that the node answers to; those above 0xFF are extended ones
 * @param controlled command classes that the node sends to others, listed after the mark
 */
public record NodeInformation(Set<Integer> supported, Set<Integer> controlled) {

    private static final int MARK = 0xEF;
    private static final int FIRST_EXTENDED = 0xF1;

    public NodeInformation {
        supported = Collections.unmodifiableSet(new LinkedHashSet<>(supported));
        controlled = Collections.unmodifiableSet(new LinkedHashSet<>(controlled));
    }

    /** Reads to the end; a first byte from 0xF1 on is the upper half of an extended command class. */
    public static NodeInformation decode(ByteReader in) throws DecodeException {
        Set<Integer> supported = new LinkedHashSet<>();
        Set<Integer> controlled = new LinkedHashSet<>();
        Set<Integer> current = supported;
        while (!in.isEmpty()) {
            int id = in.u8();
            if (id == MARK) {
                current = controlled;
            } else {
                current.add(id >= FIRST_EXTENDED ? id << 8 | in.u8() : id);
            }
        }
        return new NodeInformation(supported, controlled);
    }

    /** Writes both lists, the mark between them only if there is something to mark. */
    public void encode(ByteWriter out) {
        supported.forEach(id -> encode(out, id));
        if (!controlled.isEmpty()) {
            out.u8(MARK);
            controlled.forEach(id -> encode(out, id));
        }
    }

    private static void encode(ByteWriter out, int id) {
        if (id > 0xFF) {
            out.u16(id);
        } else {
            out.u8(id);
        }
    }

    public boolean supports(CommandClass commandClass) {
        return supported.contains(commandClass.id());
    }
}
