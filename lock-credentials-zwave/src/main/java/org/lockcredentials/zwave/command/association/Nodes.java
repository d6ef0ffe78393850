package org.lockcredentials.zwave.command.association;

import java.util.ArrayList;
import java.util.List;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** Node identifiers of one byte each, to the end of the command. */
final class Nodes {

    private Nodes() {}

    static List<Integer> decode(ByteReader in) throws DecodeException {
        List<Integer> nodes = new ArrayList<>();
        while (!in.isEmpty()) {
            nodes.add(in.u8());
        }
        return nodes;
    }

    static void encode(ByteWriter out, List<Integer> nodes) {
        nodes.forEach(out::u8);
    }
}
