package org.lockcredentials.matter.interaction;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.matter.exchange.Exchange;
import org.lockcredentials.matter.exchange.Received;

/** A conversation in an exchange. */
record ExchangeDialogue(Exchange exchange) implements Dialogue {

    @Override
    public CompletableFuture<Received> request(InteractionMessage message, Duration processing) {
        return exchange.request(message.opcode(), message.encode(), processing);
    }

    @Override
    public void conclude(InteractionMessage message) {
        exchange.send(message.opcode(), message.encode());
        exchange.close();
    }

    @Override
    public void close() {
        exchange.close();
    }
}
