package org.lockcredentials.zwave.network;

import org.lockcredentials.LockCredentialException;
import org.lockcredentials.zwave.inclusion.InclusionFailure.Why;

/** Why a change of the network other than an inclusion failed. */
final class ChangeFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Why why;

    ChangeFailure(String what, Why why) {
        super(what + " failed: " + why);
        this.why = why;
    }

    Why why() {
        return why;
    }

    /** The SDK's own way to fail. */
    LockCredentialException asException() {
        return new LockCredentialException(why.reason(), String.valueOf(getMessage()), this);
    }
}
