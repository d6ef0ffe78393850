package org.lockcredentials.matter.session;

import java.net.InetSocketAddress;
import org.lockcredentials.matter.message.Message;

/** What messages between two nodes have in common. Used by tasks of one actor only. */
public sealed interface Session permits UnsecuredSession, SecureSession {

    /** The other end. */
    Peer peer();

    /** False once no message may be sent in it any more. */
    boolean isOpen();

    /** Numbers a message and makes it ready for the network. @throws IllegalStateException if the session is not open */
    Sealed seal(Message message);

    /** Takes note that a message which is new arrived from this address. */
    void heard(InetSocketAddress from, long nanoTime);

    /** Takes note of a genuine message's counter. @return false if it was received before */
    boolean accept(long counter);
}
