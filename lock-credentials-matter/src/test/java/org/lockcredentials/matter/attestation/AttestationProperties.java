package org.lockcredentials.matter.attestation;

import java.util.List;
import net.jqwik.api.Example;
import org.lockcredentials.matter.tlv.Inputs;

class AttestationProperties {

    private final TestMaker maker = new TestMaker();

    @Example
    void aMillionCertificatesRaiseNothingButDecodeException() {
        Inputs.decoded(List.of(maker.root(), maker.maker(), maker.device()), 0xA1, DeviceCertificate::decode);
    }

    @Example
    void aMillionEnvelopesRaiseNothingButDecodeException() {
        Inputs.decoded(List.of(maker.declaration()), 0xA2, SignedDeclaration::decode);
    }

    @Example
    void aMillionDeclarationsRaiseNothingButDecodeException() throws Exception {
        byte[] content = SignedDeclaration.decode(maker.declaration()).content();
        Inputs.decoded(List.of(content), 0xA3, CertificationDeclaration::decode);
    }

    @Example
    void aMillionElementsRaiseNothingButDecodeException() {
        Inputs.decoded(List.of(maker.evidence().elements()), 0xA4, AttestationElements::decode);
        Inputs.decoded(List.of(new NocsrElements(new byte[100], new byte[32]).encode()), 0xA5, NocsrElements::decode);
    }
}
