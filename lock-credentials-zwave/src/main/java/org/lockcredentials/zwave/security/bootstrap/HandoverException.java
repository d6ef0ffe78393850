package org.lockcredentials.zwave.security.bootstrap;

import java.util.Optional;
import org.lockcredentials.zwave.command.security2.KexFailType;

/** Why a node did not get its keys. */
public final class HandoverException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final BootstrapStep step;
    private final Action.Cause reason;
    private final transient Optional<KexFailType> kexFail;

    public HandoverException(Action.Failed failure) {
        super("the key exchange broke at " + failure.step() + ": " + failure.cause());
        this.step = failure.step();
        this.reason = failure.cause();
        this.kexFail = failure.kexFail();
    }

    /** Which step broke. */
    public BootstrapStep step() {
        return step;
    }

    public Action.Cause reason() {
        return reason;
    }

    /** What this host told the node or the node told this host, if anything. */
    public Optional<KexFailType> kexFail() {
        return kexFail;
    }
}
