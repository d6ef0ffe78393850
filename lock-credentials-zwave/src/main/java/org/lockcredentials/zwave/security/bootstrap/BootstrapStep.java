package org.lockcredentials.zwave.security.bootstrap;

/** The steps of an exchange of keys, in their order (SDS13783 §3.6.6.4, §3.5.3.1). */
public enum BootstrapStep {
    /** Security 2: the node tells what it supports and requests. */
    KEX_REPORT,
    /** The user says which classes the node gets. */
    GRANT,
    /** The node tells its public key. */
    PUBLIC_KEY,
    /** The user tells the node's key. */
    DSK,
    /** The node repeats, encrypted, what it was granted. */
    KEX_ECHO,
    /** The node asks for a network key. */
    NETWORK_KEY_GET,
    /** The node proves that it has it. */
    NETWORK_KEY_VERIFY,
    /** The node says that it has all. */
    TRANSFER_END,
    /** Security 0: the node tells its schemes. */
    SCHEME_REPORT,
    /** A node that is a controller itself takes over the scheme. */
    SCHEME_INHERIT
}
