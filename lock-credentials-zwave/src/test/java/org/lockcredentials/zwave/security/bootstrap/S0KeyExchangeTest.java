package org.lockcredentials.zwave.security.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.Wire;
import org.lockcredentials.zwave.command.security0.S0NetworkKey;
import org.lockcredentials.zwave.command.security0.S0Scheme;
import org.lockcredentials.zwave.security.Protection;
import org.lockcredentials.zwave.security.SecurityClass;

/** SDS13783 §3.5.3.1, figure 6 and figure 8. */
class S0KeyExchangeTest {

    private static final Protection CLEAR = new Protection.Clear();
    private static final Protection TEMPORARY = new Protection.Temporary();
    private static final Protection NETWORK = new Protection.Network(SecurityClass.S0_LEGACY);
    private static final Command REPORT = new S0Scheme.Report(0);
    private static final Command VERIFY = new S0NetworkKey.Verify();
    private static final Move DONE = Move.now(new Action.Succeeded(Set.of(SecurityClass.S0_LEGACY)));

    private final S0KeyExchange lock = exchange(false);
    private final S0KeyExchange controller = exchange(true);

    @Test
    void aLockGetsTheKeyAndProvesIt() {
        assertEquals(sends(new S0Scheme.Get(0), CLEAR), lock.start());
        assertEquals(
                sends(new S0NetworkKey.Set(Wire.secret("404142434445464748494a4b4c4d4e4f")), TEMPORARY),
                lock.onCommand(REPORT, CLEAR));
        assertEquals(DONE, lock.onCommand(VERIFY, NETWORK));
    }

    @Test
    void aControllerTakesOverTheScheme() {
        controller.start();
        controller.onCommand(REPORT, CLEAR);
        assertEquals(sends(new S0Scheme.Inherit(0), NETWORK), controller.onCommand(VERIFY, NETWORK));
        assertEquals(DONE, controller.onCommand(REPORT, NETWORK));
    }

    @Test
    void aKeyIsProvenWithItselfOnly() {
        lock.start();
        lock.onCommand(REPORT, CLEAR);
        assertEquals(Move.nothing(), lock.onCommand(VERIFY, CLEAR));
        assertEquals(Move.nothing(), lock.onCommand(VERIFY, TEMPORARY));
        assertEquals(DONE, lock.onCommand(VERIFY, NETWORK));
    }

    @Test
    void silenceIsNamedByItsStep() {
        controller.start();
        assertEquals(failed(BootstrapStep.SCHEME_REPORT), exchangeStarted().onTimeout());
        controller.onCommand(REPORT, CLEAR);
        lock.start();
        lock.onCommand(REPORT, CLEAR);
        assertEquals(failed(BootstrapStep.NETWORK_KEY_VERIFY), lock.onTimeout());
        assertEquals(Move.nothing(), lock.onCommand(VERIFY, NETWORK));
        controller.onCommand(VERIFY, NETWORK);
        assertEquals(failed(BootstrapStep.SCHEME_INHERIT), controller.onTimeout());
    }

    private static S0KeyExchange exchangeStarted() {
        S0KeyExchange started = exchange(false);
        started.start();
        return started;
    }

    private static S0KeyExchange exchange(boolean controller) {
        return new S0KeyExchange(Wire.secret("404142434445464748494a4b4c4d4e4f"), controller);
    }

    private static Move sends(Command command, Protection protection) {
        return new Move(List.of(new Action.Send(command, protection)), Optional.of(Duration.ofSeconds(10)));
    }

    private static Move failed(BootstrapStep step) {
        return Move.now(new Action.Failed(step, Action.Cause.TIMEOUT, Optional.empty()));
    }
}
