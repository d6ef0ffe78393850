package org.lockcredentials.zwave.security.bootstrap;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.security2.KexFailType;
import org.lockcredentials.zwave.security.Protection;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.security.s2.S2Key;

/** Something to be done for an exchange of keys. */
public sealed interface Action {

    /** A command to be sent to the node that joins; it may hold a key and is the sender's to wipe. */
    record Send(Command command, Protection protection) implements Action {}

    /** The user is to say which classes the node gets; answered by {@code grant}. */
    record AskForGrant(Set<SecurityClass> requested) implements Action {}

    /**
     * The user is to say the key that is printed on the node; answered by {@code confirm}.
     *
     * @param dsk its 16 bytes, the first two zero: these five digits are what the user reads off the node
     */
    record AskForDsk(Octets dsk) implements Action {}

    /** Messages of the node are to be opened with these keys from now on, which live as long as the exchange. */
    record UseKeys(List<S2Key> keys) implements Action {}

    /** Over: the node has the keys of these classes. */
    record Succeeded(Set<SecurityClass> granted) implements Action {}

    /**
     * Over: the node is not secure, and is to be excluded before another attempt.
     *
     * @param step which broke
     * @param kexFail what this host told the node or the node told this host, if anything
     */
    record Failed(BootstrapStep step, Cause cause, Optional<KexFailType> kexFail) implements Action {}

    /** Why an exchange of keys failed. */
    enum Cause {
        /** The node or the user kept silent. */
        TIMEOUT,
        /** The node said that it gives up. */
        NODE_GAVE_UP,
        /** The user cancelled, or granted nothing. */
        CANCELLED,
        /** What the node sent is not what it may send. */
        INVALID,
        /** What the node sent could not be decrypted: most likely the key that the user told is not this node's. */
        UNREADABLE,
        /** The node wants its user to type this host's key, which is not supported. */
        CLIENT_SIDE_AUTHENTICATION
    }
}
