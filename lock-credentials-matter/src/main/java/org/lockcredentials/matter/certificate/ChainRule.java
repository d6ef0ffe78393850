package org.lockcredentials.matter.certificate;

/** What a chain of operational certificates has to fulfil, Core specification sections 6.4.5, 6.4.10 and 6.5. */
public enum ChainRule {
    /** At most five attributes in a name. */
    NAME_SIZE,
    /** The subject has the one identifier of its kind, and none of another kind. */
    SUBJECT_KIND,
    /** A node id is an operational one. */
    NODE_ID,
    /** A fabric id is not 0; it stands at most once, in a node certificate exactly once. */
    FABRIC_ID,
    /** All fabric ids along the chain are the same. */
    ONE_FABRIC,
    /** At most three CASE authenticated tags, each with a version and none with another's identifier. */
    AUTHENTICATED_TAGS,
    /** Basic constraints tell an authority, and no other. */
    BASIC_CONSTRAINTS,
    /** No more authorities below than the path length allows. */
    PATH_LENGTH,
    /** Authorities sign certificates and revocation lists, nodes sign. */
    KEY_USAGE,
    /** Nodes are client and server, authorities neither. */
    EXTENDED_KEY_USAGE,
    /** Both key identifiers are there, of 20 bytes. */
    KEY_IDENTIFIERS,
    /** No extension stands twice, and none that has to be understood is unknown. */
    EXTENSIONS,
    /** The issuer's name and key identifier are those of the certificate above. */
    ISSUER,
    /** The key above signed. */
    SIGNATURE,
    /** The certificate has begun. */
    NOT_YET_VALID,
    /** The certificate has not ended. */
    EXPIRED
}
