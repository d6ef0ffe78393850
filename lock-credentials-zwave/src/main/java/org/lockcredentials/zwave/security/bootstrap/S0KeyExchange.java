package org.lockcredentials.zwave.security.bootstrap;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.lockcredentials.Secret;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.security0.S0NetworkKey;
import org.lockcredentials.zwave.command.security0.S0Scheme;
import org.lockcredentials.zwave.security.Protection;
import org.lockcredentials.zwave.security.SecurityClass;

/**
 * Hands the Security 0 network key to a node that joins, as the including controller (SDS13783 §3.5.3.1).
 *
 * <p>Anybody who listens learns the key: it goes under a temporary key that all know. Whoever runs this encapsulates by
 * {@link Protection}, and opens messages with the network key once Network Key Set is sent. Not safe for use by several threads.
 */
public final class S0KeyExchange {

    private static final Duration NODE = Duration.ofSeconds(10);
    private static final Protection CLEAR = new Protection.Clear();
    private static final Protection NETWORK = new Protection.Network(SecurityClass.S0_LEGACY);

    private enum State {
        READY,
        SCHEME,
        VERIFY,
        INHERIT,
        ENDED
    }

    private final Secret networkKey;
    private final boolean controller;
    private State state = State.READY;

    /**
     * An exchange that has not begun; it is to begin within ten seconds of the inclusion.
     *
     * @param networkKey outlives it
     * @param controller whether the node that joins is a controller, which takes over the scheme as well
     */
    public S0KeyExchange(Secret networkKey, boolean controller) {
        this.networkKey = networkKey;
        this.controller = controller;
    }

    /** Which step runs, or ran last. */
    public BootstrapStep step() {
        return switch (state) {
            case READY, SCHEME -> BootstrapStep.SCHEME_REPORT;
            case VERIFY, ENDED -> BootstrapStep.NETWORK_KEY_VERIFY;
            case INHERIT -> BootstrapStep.SCHEME_INHERIT;
        };
    }

    /** Begins. */
    public Move start() {
        state = State.SCHEME;
        return Move.within(NODE, new Action.Send(new S0Scheme.Get(S0Scheme.SECURITY_0), CLEAR));
    }

    /** Takes a command of the node; what is not of the key exchange, or not protected as it has to be, is left out. */
    public Move onCommand(Command command, Protection protection) {
        if (state == State.SCHEME && command instanceof S0Scheme.Report && protection.equals(CLEAR)) {
            state = State.VERIFY;
            return Move.within(
                    NODE, new Action.Send(new S0NetworkKey.Set(networkKey.copy()), new Protection.Temporary()));
        }
        if (state == State.VERIFY && command instanceof S0NetworkKey.Verify && protection.equals(NETWORK)) {
            if (!controller) {
                return succeed();
            }
            state = State.INHERIT;
            return Move.within(NODE, new Action.Send(new S0Scheme.Inherit(S0Scheme.SECURITY_0), NETWORK));
        }
        if (state == State.INHERIT && command instanceof S0Scheme.Report report && protection.equals(NETWORK)) {
            return report.schemes() == S0Scheme.SECURITY_0 ? succeed() : fail(Action.Cause.INVALID);
        }
        return Move.nothing();
    }

    /** Takes that the timer ran out. */
    public Move onTimeout() {
        return state == State.ENDED ? Move.nothing() : fail(Action.Cause.TIMEOUT);
    }

    /** The user gives up. */
    public Move cancel() {
        return state == State.ENDED ? Move.nothing() : fail(Action.Cause.CANCELLED);
    }

    private Move succeed() {
        state = State.ENDED;
        return Move.now(new Action.Succeeded(Set.of(SecurityClass.S0_LEGACY)));
    }

    private Move fail(Action.Cause cause) {
        BootstrapStep step = step();
        state = State.ENDED;
        return Move.now(new Action.Failed(step, cause, Optional.empty()));
    }
}
