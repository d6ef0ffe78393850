package org.lockcredentials.zwave.transport;

import java.time.Duration;
import java.util.List;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.zwave.security.ScriptedRandom;
import org.lockcredentials.zwave.transport.stack.TransportStack;

/** The layers over a radio that a test plays, for nodes without security. */
public final class PlainStack {

    private PlainStack() {}

    public static TransportStack over(Radio radio, Actor actor) {
        return new TransportStack(radio, actor, Duration.ofSeconds(5), new ScriptedRandom(1), List.of());
    }
}
