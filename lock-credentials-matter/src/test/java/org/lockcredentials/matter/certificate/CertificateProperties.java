package org.lockcredentials.matter.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Example;
import org.lockcredentials.matter.crypto.DerSignature;
import org.lockcredentials.matter.crypto.P256KeyPair;
import org.lockcredentials.matter.tlv.Inputs;

class CertificateProperties {

    /** What is read is written so that it reads the same again, also from bytes that were changed on the way. */
    @Example
    void aMillionTlvInputsRaiseNothingButDecodeException() {
        Inputs.decoded(valid("tlv"), 0xC1, input -> {
            MatterCertificate certificate = MatterCertificate.decode(input);
            assertEquals(certificate, MatterCertificate.decode(certificate.encode()));
        });
    }

    @Example
    void aMillionX509InputsRaiseNothingButDecodeException() {
        Inputs.decoded(valid("x509"), 0xC2, input -> {
            MatterCertificate certificate = MatterCertificate.fromX509(input);
            assertEquals(certificate, MatterCertificate.fromX509(certificate.toX509()));
        });
    }

    @Example
    void aMillionRequestsRaiseNothingButDecodeException() {
        try (P256KeyPair key = P256KeyPair.generate()) {
            Inputs.decoded(List.of(CertificateSigningRequest.encode(key)), 0xC3, CertificateSigningRequest.Parsed::of);
        }
    }

    @Example
    void aMillionSignaturesRaiseNothingButDecodeException() {
        try (P256KeyPair key = P256KeyPair.generate()) {
            Inputs.decoded(List.of(DerSignature.encode(key.sign(new byte[1]))), 0xC4, DerSignature::decode);
        }
    }

    private static List<byte[]> valid(String form) {
        return Published.all().stream()
                .filter(one -> one.form().equals(form) && !one.set().startsWith("lg-tv"))
                .map(Published::bytes)
                .toList();
    }
}
