package org.lockcredentials.zwave.transport;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.multicommand.MultiCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Multi Command encapsulation (SDS13783 §3.4), of what is received only: one exchange runs at a time, so there is nothing to put together. */
public final class MultiCommandLayer implements Layer {

    private static final Logger log = LoggerFactory.getLogger(MultiCommandLayer.class);

    private final Layer below;
    private Consumer<? super Envelope> above = envelope -> {};

    public MultiCommandLayer(Layer below) {
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
        if (!(envelope.command() instanceof MultiCommand several)) {
            above.accept(envelope);
            return;
        }
        for (Secret each : several.commands()) {
            try {
                above.accept(envelope.carrying(Commands.decode(each)));
            } catch (DecodeException malformed) {
                log.debug("{} carries what is no command: {}", envelope.address(), malformed.getMessage());
            } finally {
                each.wipe();
            }
        }
    }
}
