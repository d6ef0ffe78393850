package org.lockcredentials.matter.cluster.operationalcredentials;

import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Asks for proof of who made the node (11.18.6.1).
 *
 * @param nonce 32 octets
 */
public record AttestationRequest(byte[] nonce) implements Command<AttestationResponse> {

    static final CommandType<AttestationResponse> TYPE = CommandType.of(
                    OperationalCredentials.CLUSTER, 0x00, "AttestationRequest", 0x01, AttestationResponse::decode)
            .whenRepeatable();

    @Override
    public CommandType<AttestationResponse> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.bytes(0, nonce);
    }
}
