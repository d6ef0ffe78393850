package org.lockcredentials.zwave.transport.security;

import org.lockcredentials.zwave.command.Command;

/**
 * Nonces for a node that asks: a few at a time, so that a flood of questions does not fill the air with answers.
 *
 * <p>Touched by tasks of the network's actor only.
 */
final class Answers {

    private static final int MOST = 3;

    private final Carrier carrier;
    private int onTheirWay;

    Answers(Carrier carrier) {
        this.carrier = carrier;
    }

    void send(Command report) {
        if (onTheirWay >= MOST) {
            return;
        }
        onTheirWay++;
        carrier.send(report).whenComplete((delivery, failure) -> onTheirWay--);
    }
}
