package org.lockcredentials.zwave.transport.segment;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.crc16.Crc16;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.transport.Address;
import org.lockcredentials.zwave.transport.Delivery;
import org.lockcredentials.zwave.transport.Envelope;
import org.lockcredentials.zwave.transport.Layer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** CRC-16 encapsulation (SDS13783 §3.1), of what is received only: nodes that need it take commands without it too. */
public final class Crc16Layer implements Layer {

    private static final Logger log = LoggerFactory.getLogger(Crc16Layer.class);

    private final Layer below;
    private Consumer<? super Envelope> above = envelope -> {};

    public Crc16Layer(Layer below) {
        this.below = below;
        below.deliverTo(this::received);
    }

    @Override
    public CompletableFuture<Delivery> send(Envelope envelope) {
        return below.send(envelope);
    }

    @Override
    public int room(Address address) {
        return below.room(address);
    }

    @Override
    public void deliverTo(Consumer<? super Envelope> above) {
        this.above = above;
    }

    private void received(Envelope envelope) {
        if (!(envelope.command() instanceof Crc16 checked)) {
            above.accept(envelope);
            return;
        }
        try {
            above.accept(envelope.carrying(Commands.decode(checked.command())));
        } catch (DecodeException malformed) {
            log.debug("{} checks what is no command: {}", envelope.address(), malformed.getMessage());
        } finally {
            checked.command().wipe();
        }
    }
}
