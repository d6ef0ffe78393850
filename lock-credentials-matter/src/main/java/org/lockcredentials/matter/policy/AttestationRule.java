package org.lockcredentials.matter.policy;

/** What a device has to show, Core specification section 6.2.3.1. */
public enum AttestationRule {
    /** The device's certificate is one. */
    DEVICE_CERTIFICATE,
    /** The maker's certificate is one. */
    MAKER_CERTIFICATE,
    /** The root's certificate is one. */
    ROOT_CERTIFICATE,
    /** The maker's certificate is below a root that the host trusts. */
    TRUSTED_ROOT,
    /** The root is none of those whose private keys everybody has, unless the host allows them. */
    NO_TEST_ROOT,
    /** Each certificate names the one above it as its issuer. */
    ISSUER,
    /** Each certificate is signed by the one above it. */
    CERTIFICATE_SIGNATURE,
    /** Maker and root were valid when the device's certificate was issued. */
    VALIDITY,
    /** Vendor and product are the same along the chain, where they are told. */
    SAME_PRODUCT,
    /** What the device says of itself is well-formed. */
    ELEMENTS,
    /** It answers the question that was asked. */
    NONCE,
    /** The device signed what it says, in this session. */
    SIGNATURE,
    /** The certification declaration is well-formed. */
    DECLARATION,
    /** The declaration is signed with a key that the host trusts. */
    DECLARATION_SIGNER,
    /** That key did sign it. */
    DECLARATION_SIGNATURE,
    /** The declaration is none for development, unless the host allows test roots. */
    DECLARATION_TYPE,
    /** The declaration is about vendor and product of the device. */
    DECLARATION_PRODUCT,
    /** The declaration is about the device's certificate. */
    DECLARATION_ORIGIN,
    /** The declaration allows the root. */
    DECLARATION_ROOT
}
