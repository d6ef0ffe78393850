package org.lockcredentials.matter.attestation;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.crypto.Der;
import org.lockcredentials.matter.crypto.DerSignature;
import org.lockcredentials.matter.crypto.P256PublicKey;

/**
 * A certification declaration in its envelope, CMS SignedData (RFC 5652) as Core specification section 6.3.1 narrows it: one signer, named by its key.
 *
 * @param content the declaration in TLV form
 * @param signer 20 bytes: the identifier of the key that signed
 * @param signature 64 bytes, r before s
 */
public record SignedDeclaration(byte[] content, byte[] signer, byte[] signature) {

    /** Bytes of the longest envelope, above what section 6.3.1 makes possible. */
    private static final int MAX_SIZE = 1024;

    private static final int VERSION = 3;
    private static final int KEY_IDENTIFIER = 20;

    public static SignedDeclaration decode(byte[] der) throws DecodeException {
        if (der.length > MAX_SIZE) {
            throw new DecodeException("a declaration of " + der.length + " bytes");
        }
        return Der.read("a declaration", () -> {
            ASN1Sequence envelope = sequence(ASN1Sequence.getInstance(der), 2);
            require(envelope.getObjectAt(0), PKCSObjectIdentifiers.signedData);
            ASN1Sequence signed = sequence(explicit(envelope.getObjectAt(1)), 4);
            require(signed.getObjectAt(0));
            ASN1Sequence content = sequence(signed.getObjectAt(2), 2);
            require(content.getObjectAt(0), PKCSObjectIdentifiers.data);
            ASN1Set signers = ASN1Set.getInstance(signed.getObjectAt(3));
            if (signers.size() != 1) {
                throw new DecodeException("a declaration of " + signers.size() + " signers");
            }
            ASN1Sequence signer = sequence(signers.getObjectAt(0), 5);
            require(signer.getObjectAt(0));
            byte[] key = ASN1OctetString.getInstance(tagged(signer.getObjectAt(1)), false)
                    .getOctets();
            if (key.length != KEY_IDENTIFIER) {
                throw new DecodeException("a signer's key identifier of " + key.length + " bytes");
            }
            require(algorithm(signer.getObjectAt(2)), NISTObjectIdentifiers.id_sha256);
            require(algorithm(signer.getObjectAt(3)), X9ObjectIdentifiers.ecdsa_with_SHA256);
            return new SignedDeclaration(
                    ASN1OctetString.getInstance(explicit(content.getObjectAt(1)))
                            .getOctets(),
                    key,
                    DerSignature.decode(
                            ASN1OctetString.getInstance(signer.getObjectAt(4)).getOctets()));
        });
    }

    boolean isSignedBy(P256PublicKey key) {
        return key.verifies(signature, content);
    }

    private static ASN1Sequence sequence(ASN1Encodable value, int size) throws DecodeException {
        ASN1Sequence sequence = ASN1Sequence.getInstance(value);
        if (sequence.size() != size) {
            throw new DecodeException("a declaration of other parts");
        }
        return sequence;
    }

    private static ASN1Encodable explicit(ASN1Encodable tagged) {
        return tagged(tagged).getExplicitBaseObject();
    }

    /** Number 0 is the only one in there. */
    private static ASN1TaggedObject tagged(ASN1Encodable value) {
        return ASN1TaggedObject.getContextInstance(value, 0);
    }

    private static ASN1Encodable algorithm(ASN1Encodable identifier) {
        return AlgorithmIdentifier.getInstance(identifier).getAlgorithm();
    }

    private static void require(ASN1Encodable value, ASN1ObjectIdentifier expected) throws DecodeException {
        if (!ASN1ObjectIdentifier.getInstance(value).equals(expected)) {
            throw new DecodeException("a declaration of another kind or algorithm");
        }
    }

    private static void require(ASN1Encodable version) throws DecodeException {
        if (!ASN1Integer.getInstance(version).hasValue(VERSION)) {
            throw new DecodeException("a declaration of another version");
        }
    }
}
