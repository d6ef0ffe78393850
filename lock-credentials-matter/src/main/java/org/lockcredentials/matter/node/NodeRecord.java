package org.lockcredentials.matter.node;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * What is kept of a node.
 *
 * @param address where it was heard last
 * @param lastEvent the number of the last event that was told, unsigned
 * @param reboots how often it had started then
 */
public record NodeRecord(Optional<InetSocketAddress> address, Optional<Long> lastEvent, Optional<Integer> reboots) {

    /** Nothing is known of the node. */
    public static final NodeRecord NONE = new NodeRecord(Optional.empty(), Optional.empty(), Optional.empty());

    private static final int HOST = 0;
    private static final int PORT = 1;
    private static final int LAST_EVENT = 2;
    private static final int REBOOTS = 3;

    public NodeRecord at(InetSocketAddress where) {
        return new NodeRecord(Optional.of(where), lastEvent, reboots);
    }

    byte[] encode() {
        return Tlv.structure(out -> out.optional(HOST, address.map(NodeRecord::literal), TlvWriter::utf8)
                .optional(PORT, address.map(InetSocketAddress::getPort), TlvWriter::unsigned)
                .optional(LAST_EVENT, lastEvent, TlvWriter::unsigned)
                .optional(REBOOTS, reboots, TlvWriter::unsigned));
    }

    static NodeRecord decode(byte[] kept) throws DecodeException {
        TlvStructure in = Tlv.decodeStructure(kept);
        Optional<String> host = in.optional(HOST, TlvElement::utf8);
        Optional<InetSocketAddress> address = host.isPresent() ? address(host.get(), in.u16(PORT)) : Optional.empty();
        return new NodeRecord(address, in.optional(LAST_EVENT, TlvElement::u64), in.optional(REBOOTS, TlvElement::u16));
    }

    private static String literal(InetSocketAddress address) {
        return address.getAddress().getHostAddress();
    }

    /** Empty if the address names an interface that is gone. */
    private static Optional<InetSocketAddress> address(String literal, int port) throws DecodeException {
        if (!literal.matches("[0-9a-fA-F:.]+(%.+)?")) {
            throw new DecodeException("an address that is a name");
        }
        try {
            return Optional.of(new InetSocketAddress(InetAddress.getByName(literal), port));
        } catch (UnknownHostException noSuchScope) {
            return Optional.empty();
        }
    }
}
