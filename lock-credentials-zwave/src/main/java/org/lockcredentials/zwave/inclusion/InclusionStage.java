package org.lockcredentials.zwave.inclusion;

/** The stages of an inclusion in their order; a failure names the one that broke. */
public enum InclusionStage {
    /** The stick gets ready to add a node. */
    START,
    /** A node asks to join. */
    FIND,
    /** The node gets its node id. */
    ADD,
    /** The stick finds ways to the node. */
    FINISH,
    /** Security 2: the node tells what it supports and requests. */
    KEX_REPORT,
    /** The host says which security classes the node gets. */
    GRANT,
    /** The node tells its public key. */
    PUBLIC_KEY,
    /** The host tells the key that is printed on the node. */
    DSK,
    /** The node repeats, encrypted, what it was granted; it fails here if the printed key was told wrong. */
    KEX_ECHO,
    /** The node asks for a network key. */
    NETWORK_KEY_GET,
    /** The node proves that it has a network key. */
    NETWORK_KEY_VERIFY,
    /** The node says that it has all its keys. */
    TRANSFER_END,
    /** Security 0: the node tells its schemes. */
    SCHEME_REPORT,
    /** Security 0: a node that is a controller takes over the scheme. */
    SCHEME_INHERIT,
    /** The node turned out to be less secure than the host allows. */
    SECURITY
}
