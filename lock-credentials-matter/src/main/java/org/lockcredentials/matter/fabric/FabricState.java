package org.lockcredentials.matter.fabric;

import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.certificate.MatterCertificate;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * What a fabric is made of, as it is kept. Closing wipes its keys.
 *
 * @param rootKey 32 bytes: the private key of the root certificate
 * @param node the certificate of this controller's own node
 * @param nodeKey 32 bytes: its private key
 * @param ipkEpochKey 16 bytes, which every member of the fabric gets
 */
record FabricState(MatterCertificate root, Secret rootKey, MatterCertificate node, Secret nodeKey, Secret ipkEpochKey)
        implements AutoCloseable {

    private static final int VERSION = 1;
    private static final int PRIVATE_KEY = 32;
    private static final int EPOCH_KEY = 16;

    /** The form in which it is kept, which the caller wipes. */
    byte[] encode() {
        return Tlv.structure(out -> out.unsigned(0, VERSION)
                .bytes(1, root.encode())
                .secret(2, rootKey)
                .bytes(3, node.encode())
                .secret(4, nodeKey)
                .secret(5, ipkEpochKey));
    }

    static FabricState decode(byte[] kept) throws DecodeException {
        TlvStructure fields = Tlv.decodeStructure(kept);
        try {
            if (fields.u8(0) != VERSION) {
                throw new DecodeException("a fabric of form " + fields.u8(0));
            }
            MatterCertificate root = MatterCertificate.decode(fields.bytes(1));
            MatterCertificate node = MatterCertificate.decode(fields.bytes(3));
            // First, so that no key is taken out of what turns out to be none.
            require(fields, 2, PRIVATE_KEY);
            require(fields, 4, PRIVATE_KEY);
            require(fields, 5, EPOCH_KEY);
            return new FabricState(root, fields.secret(2), node, fields.secret(4), fields.secret(5));
        } finally {
            fields.wipe();
        }
    }

    @Override
    public void close() {
        rootKey.wipe();
        nodeKey.wipe();
        ipkEpochKey.wipe();
    }

    private static void require(TlvStructure fields, int tag, int size) throws DecodeException {
        try (Secret key = fields.secret(tag)) {
            if (key.length() != size) {
                throw new DecodeException("a key of " + key.length() + " bytes");
            }
        }
    }
}
