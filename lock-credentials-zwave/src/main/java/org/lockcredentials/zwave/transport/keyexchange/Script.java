package org.lockcredentials.zwave.transport.keyexchange;

import java.util.Set;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.Protection;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.security.bootstrap.BootstrapStep;
import org.lockcredentials.zwave.security.bootstrap.Move;
import org.lockcredentials.zwave.transport.security.KeyExchangeLink;

/** What the two ways to hand keys over have in common, as the state machines know it. */
interface Script extends AutoCloseable {

    Move start();

    Move onCommand(Command command, Protection protection);

    Move onUnreadable(boolean begun);

    Move onTimeout();

    Move cancel();

    Move grant(Set<SecurityClass> classes);

    Move confirm(Dsk dsk);

    /** Which step runs. */
    BootstrapStep step();

    /** A command was encrypted and is about to be sent. */
    void sealed(Command command, KeyExchangeLink link);

    @Override
    void close();
}
