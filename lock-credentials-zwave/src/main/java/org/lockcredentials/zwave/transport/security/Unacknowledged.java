package org.lockcredentials.zwave.transport.security;

import org.lockcredentials.zwave.transport.Envelope;
import org.lockcredentials.zwave.transport.TransportException;

/** A message that was sent and not acknowledged: the node may have it, and only the acknowledgement got lost. */
final class Unacknowledged {

    private Unacknowledged() {}

    static boolean is(Throwable failure) {
        return TransportException.cause(failure) instanceof TransportException transport
                && transport.kind() == TransportException.Kind.UNREACHABLE
                && transport.transmitStatus().isPresent();
    }

    /** The failure of what was to change something says that it may have; a question that failed may be asked again. */
    static Throwable uncertain(Throwable failure, Envelope.Options options) {
        if (!is(failure) || !options.supervised()) {
            return failure;
        }
        return new TransportException(
                TransportException.Kind.UNCERTAIN, "sent, and not acknowledged", TransportException.cause(failure));
    }
}
