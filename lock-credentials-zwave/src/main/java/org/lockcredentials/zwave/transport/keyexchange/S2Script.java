package org.lockcredentials.zwave.transport.keyexchange;

import java.util.Set;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.Protection;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.security.bootstrap.BootstrapStep;
import org.lockcredentials.zwave.security.bootstrap.Move;
import org.lockcredentials.zwave.security.bootstrap.S2Bootstrapping;
import org.lockcredentials.zwave.transport.security.KeyExchangeLink;

/** Keys by Security 2. */
record S2Script(S2Bootstrapping machine) implements Script {

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
        return machine.onUnreadable(begun);
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
        return machine.grant(classes);
    }

    @Override
    public Move confirm(Dsk dsk) {
        return machine.confirm(dsk);
    }

    @Override
    public BootstrapStep step() {
        return machine.step();
    }

    @Override
    public void sealed(Command command, KeyExchangeLink link) {}

    @Override
    public void close() {
        machine.close();
    }
}
