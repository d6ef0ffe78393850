package org.lockcredentials.matter.cluster.operationalcredentials;

import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Asks for a request for a certificate (CSRRequest, 11.18.6.5).
 *
 * @param nonce 32 octets
 * @param forUpdate whether it is to take the place of one that the node has
 */
public record CsrRequest(byte[] nonce, boolean forUpdate) implements Command<CsrResponse> {

    static final CommandType<CsrResponse> TYPE = CommandType.of(
                    OperationalCredentials.CLUSTER, 0x04, "CsrRequest", 0x05, CsrResponse::decode)
            .whenRepeatable();

    @Override
    public CommandType<CsrResponse> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.bytes(0, nonce).bool(1, forUpdate);
    }
}
