package org.lockcredentials.zwave.security.bootstrap;

import org.lockcredentials.zwave.security.SecurityClass;

/** How a command of the key exchange is encapsulated. */
public sealed interface Protection {

    /** Not at all. */
    record Clear() implements Protection {}

    /** With the temporary key of this exchange. */
    record Temporary() implements Protection {}

    /** With a network key. */
    record Network(SecurityClass securityClass) implements Protection {}
}
