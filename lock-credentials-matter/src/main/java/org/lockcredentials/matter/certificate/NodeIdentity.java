package org.lockcredentials.matter.certificate;

import java.util.List;
import org.lockcredentials.matter.crypto.P256PublicKey;

/**
 * Who a node is by its certificate.
 *
 * @param fabricId all 64 bits
 * @param nodeId all 64 bits
 * @param authenticatedTags up to three, 32 bits each
 */
public record NodeIdentity(long fabricId, long nodeId, List<Long> authenticatedTags, P256PublicKey publicKey) {

    static NodeIdentity of(MatterCertificate node) {
        return new NodeIdentity(
                node.subject().ids(DnAttributeType.FABRIC_ID).get(0),
                node.subject().ids(DnAttributeType.NODE_ID).get(0),
                node.subject().ids(DnAttributeType.NOC_CAT),
                node.publicKey());
    }
}
