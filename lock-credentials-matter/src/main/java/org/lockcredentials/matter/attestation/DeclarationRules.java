package org.lockcredentials.matter.attestation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.matter.policy.AttestationFinding;
import org.lockcredentials.matter.policy.AttestationRule;

/** What a certification declaration has to say of the device that shows it, Core specification section 6.2.3.1. */
final class DeclarationRules {

    private static final int DEVELOPMENT = 0;
    private static final int OFFICIAL = 2;

    private DeclarationRules() {}

    static List<AttestationFinding> check(
            CertificationDeclaration declaration,
            AttestationEvidence evidence,
            Optional<AttestationVerifier.Chain> chain,
            boolean testRoots) {
        List<AttestationFinding> findings = new ArrayList<>();
        if (declaration.type() > OFFICIAL || declaration.type() == DEVELOPMENT && !testRoots) {
            findings.add(new AttestationFinding(
                    AttestationRule.DECLARATION_TYPE, "the declaration is of type " + declaration.type()));
        }
        if (declaration.vendorId() != evidence.vendorId()
                || !declaration.productIds().contains(evidence.productId())) {
            findings.add(new AttestationFinding(
                    AttestationRule.DECLARATION_PRODUCT, "the declaration is about another product"));
        }
        chain.ifPresent(it -> {
            if (!isOrigin(declaration, it.device().subject(), true)
                    || !isOrigin(declaration, it.maker().subject(), false)) {
                findings.add(new AttestationFinding(
                        AttestationRule.DECLARATION_ORIGIN, "the declaration is about other certificates"));
            }
            if (!allows(declaration, it.root())) {
                findings.add(new AttestationFinding(
                        AttestationRule.DECLARATION_ROOT, "the declaration does not allow the root"));
            }
        });
        return findings;
    }

    /** The product of the declaration, or that of its origin where it tells one; it tells both ids or none. */
    private static boolean isOrigin(CertificationDeclaration declaration, ProductIds ids, boolean complete) {
        if (declaration.originVendorId().isPresent()
                != declaration.originProductId().isPresent()) {
            return false;
        }
        int vendor = declaration.originVendorId().orElse(declaration.vendorId());
        List<Integer> products = declaration.originProductId().map(List::of).orElse(declaration.productIds());
        return ids.vendor().map(id -> id == vendor).orElse(!complete)
                && ids.product().map(products::contains).orElse(!complete);
    }

    /** A root that is not known is a finding of its own. */
    private static boolean allows(CertificationDeclaration declaration, Optional<DeviceCertificate> root) {
        return declaration.authorities().isEmpty()
                || root.isEmpty()
                || declaration.authorities().stream()
                        .anyMatch(key ->
                                Arrays.equals(key, root.get().keyIdentifier().value()));
    }
}
