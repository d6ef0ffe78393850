package org.lockcredentials.matter.cluster.operationalcredentials;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * A fabric that the node is in (FabricDescriptorStruct, 11.18.4.5).
 *
 * @param fabricIndex the node's number of it
 * @param rootPublicKey 65 octets
 * @param vendorId of its administrator
 * @param nodeId the node's number in it, unsigned
 */
public record FabricDescriptor(
        int fabricIndex, byte[] rootPublicKey, int vendorId, long fabricId, long nodeId, String label) {

    static FabricDescriptor read(TlvElement element) throws DecodeException {
        TlvStructure in = element.structure();
        return new FabricDescriptor(in.u8(254), in.bytes(1), in.u16(2), in.u64(3), in.u64(4), in.utf8(5));
    }
}
