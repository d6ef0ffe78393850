package org.lockcredentials.zwave.security;

/** What a command is encapsulated in. */
public sealed interface Protection {

    /** Nothing. */
    record Clear() implements Protection {}

    /** In the temporary key of an exchange of keys. */
    record Temporary() implements Protection {}

    /** In a network key. */
    record Network(SecurityClass securityClass) implements Protection {}
}
