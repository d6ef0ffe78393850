package org.lockcredentials.matter.certificate;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.lockcredentials.matter.certificate.CertificateExtension.AuthorityKeyIdentifier;
import org.lockcredentials.matter.certificate.CertificateExtension.BasicConstraints;
import org.lockcredentials.matter.certificate.CertificateExtension.SubjectKeyIdentifier;

/**
 * A node's certificate with those above it, Core specification section 6.4.5.
 *
 * @param root trusted by whoever asks
 * @param intermediate between root and node, if there is one
 */
public record NocChain(MatterCertificate root, Optional<MatterCertificate> intermediate, MatterCertificate node) {

    /**
     * Holds the chain to every rule.
     *
     * @return who the node is
     * @throws ChainException with the first rule that is broken, from the root down
     */
    public NodeIdentity verify(Instant now) throws ChainException {
        verifyRoot(root, now);
        if (intermediate.isPresent()) {
            CertificateKind.INTERMEDIATE.check(intermediate.get(), now);
            verifyIssuer(CertificateKind.INTERMEDIATE, intermediate.get(), root);
            CertificateKind.ROOT.require(allowsBelow(root, 1), ChainRule.PATH_LENGTH);
        }
        CertificateKind.NODE.check(node, now);
        verifyIssuer(CertificateKind.NODE, node, intermediate.orElse(root));
        NodeIdentity identity = NodeIdentity.of(node);
        CertificateKind.ROOT.require(isOf(identity, root), ChainRule.ONE_FABRIC);
        CertificateKind.INTERMEDIATE.require(
                intermediate.map(certificate -> isOf(identity, certificate)).orElse(true), ChainRule.ONE_FABRIC);
        return identity;
    }

    /** Holds a root certificate to every rule; it signed itself. */
    public static void verifyRoot(MatterCertificate root, Instant now) throws ChainException {
        CertificateKind.ROOT.check(root, now);
        verifyIssuer(CertificateKind.ROOT, root, root);
    }

    private static void verifyIssuer(CertificateKind kind, MatterCertificate certificate, MatterCertificate issuer)
            throws ChainException {
        kind.require(
                certificate.issuer().equals(issuer.subject())
                        && Arrays.equals(
                                certificate
                                        .extension(AuthorityKeyIdentifier.class)
                                        .orElseThrow()
                                        .value(),
                                issuer.extension(SubjectKeyIdentifier.class)
                                        .orElseThrow()
                                        .value()),
                ChainRule.ISSUER);
        kind.require(certificate.isSignedBy(issuer.publicKey()), ChainRule.SIGNATURE);
    }

    private static boolean allowsBelow(MatterCertificate authority, int authorities) {
        return authority
                .extension(BasicConstraints.class)
                .flatMap(BasicConstraints::pathLength)
                .map(most -> authorities <= most)
                .orElse(true);
    }

    private static boolean isOf(NodeIdentity identity, MatterCertificate authority) {
        return authority.subject().ids(DnAttributeType.FABRIC_ID).stream()
                .allMatch(fabric -> fabric == identity.fabricId());
    }
}
