package org.lockcredentials.zwave.transport;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.multichannel.MultiChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Multi Channel encapsulation (SDS13783 §3.2.9): what is for an end point goes to its node, wrapped. */
public final class MultiChannelLayer implements Layer {

    private static final Logger log = LoggerFactory.getLogger(MultiChannelLayer.class);

    /** Command class, command, source and destination. */
    private static final int WRAPPING = 4;

    private final Layer below;
    private Consumer<? super Envelope> above = envelope -> {};

    public MultiChannelLayer(Layer below) {
        this.below = below;
        below.deliverTo(this::received);
    }

    @Override
    public int room(Address address) {
        return below.room(address) - (address.endpoint() == 0 ? 0 : WRAPPING);
    }

    @Override
    public void deliverTo(Consumer<? super Envelope> above) {
        this.above = above;
    }

    @Override
    public CompletableFuture<Delivery> send(Envelope envelope) {
        Address address = envelope.address();
        if (address.endpoint() == 0) {
            return below.send(envelope);
        }
        MultiChannel.Encapsulation wrapped = MultiChannel.Encapsulation.to(address.endpoint(), envelope.command());
        return below.send(envelope.carrying(wrapped).at(new Address(address.nodeId(), 0)))
                .whenComplete((delivery, failure) -> wrapped.command().wipe());
    }

    private void received(Envelope envelope) {
        if (!(envelope.command() instanceof MultiChannel.Encapsulation wrapped)) {
            above.accept(envelope);
            return;
        }
        Address from = new Address(envelope.address().nodeId(), wrapped.source());
        try {
            Command command = Commands.decode(wrapped.command());
            above.accept(envelope.carrying(wrapped.bitAddress() ? Supervisions.unasked(command) : command)
                    .at(from));
        } catch (DecodeException malformed) {
            log.debug("{} encapsulates what is no command: {}", from, malformed.getMessage());
        } finally {
            wrapped.command().wipe();
        }
    }
}
