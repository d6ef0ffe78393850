package org.lockcredentials.zwave.transport.keyexchange;

import java.util.Set;
import org.lockcredentials.Secret;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.security0.S0NetworkKey;
import org.lockcredentials.zwave.crypto.S0Keys;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.Protection;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.security.bootstrap.BootstrapStep;
import org.lockcredentials.zwave.security.bootstrap.Move;
import org.lockcredentials.zwave.security.bootstrap.S0KeyExchange;
import org.lockcredentials.zwave.transport.security.KeyExchangeLink;

/** The key of Security 0, in which there is nothing for a user to say. */
final class S0Script implements Script {

    private final S0KeyExchange machine;
    private final S0Keys network;

    S0Script(S0KeyExchange machine, Secret networkKey) {
        this.machine = machine;
        this.network = S0Keys.of(networkKey);
    }

    @Override
    public Move start() {
        return machine.start();
    }

    @Override
    public Move onCommand(Command command, Protection protection) {
        return machine.onCommand(command, protection);
    }

    @Override
    public Move onUnreadable(boolean begun) {
        return Move.nothing();
    }

    @Override
    public Move onTimeout() {
        return machine.onTimeout();
    }

    @Override
    public Move cancel() {
        return machine.cancel();
    }

    @Override
    public Move grant(Set<SecurityClass> classes) {
        return Move.nothing();
    }

    @Override
    public Move confirm(Dsk dsk) {
        return Move.nothing();
    }

    @Override
    public BootstrapStep step() {
        return machine.step();
    }

    /** The node answers under the key that it is told. */
    @Override
    public void sealed(Command command, KeyExchangeLink link) {
        if (command instanceof S0NetworkKey.Set) {
            link.useKeys(network, new Protection.Network(SecurityClass.S0_LEGACY));
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
