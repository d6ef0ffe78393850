package org.lockcredentials.matter.cluster.operationalcredentials;

import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.tlv.TlvWriter;

/** Asks for a certificate of the maker (11.18.6.3). */
public record CertificateChainRequest(CertificateChainType certificate) implements Command<CertificateChainResponse> {

    static final CommandType<CertificateChainResponse> TYPE = CommandType.of(
                    OperationalCredentials.CLUSTER,
                    0x02,
                    "CertificateChainRequest",
                    0x03,
                    CertificateChainResponse::decode)
            .whenRepeatable();

    @Override
    public CommandType<CertificateChainResponse> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.unsigned(0, certificate.code());
    }
}
