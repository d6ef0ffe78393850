package org.lockcredentials.zwave.transport;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.crc16.Crc16;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.multicommand.MultiCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An encapsulation that nodes may send and that this host has no use for: taken off what is received, never put on. */
public final class UnwrappingLayer implements Layer {

    private static final Logger log = LoggerFactory.getLogger(UnwrappingLayer.class);

    private final Layer below;
    private final Function<Command, Optional<List<Secret>>> content;
    private Consumer<? super Envelope> above = envelope -> {};

    private UnwrappingLayer(Layer below, Function<Command, Optional<List<Secret>>> content) {
        this.below = below;
        this.content = content;
        below.deliverTo(this::received);
    }

    /** CRC-16 (SDS13783 §3.1): nodes that need it take commands without it too. */
    public static UnwrappingLayer crc16(Layer below) {
        return new UnwrappingLayer(
                below,
                command ->
                        command instanceof Crc16 checked ? Optional.of(List.of(checked.command())) : Optional.empty());
    }

    /** Multi Command (SDS13783 §3.4): one exchange runs at a time, so there is nothing to put together. */
    public static UnwrappingLayer multiCommand(Layer below) {
        return new UnwrappingLayer(
                below,
                command ->
                        command instanceof MultiCommand several ? Optional.of(several.commands()) : Optional.empty());
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
        content.apply(envelope.command())
                .ifPresentOrElse(
                        commands -> commands.forEach(each -> unwrapped(envelope, each)), () -> above.accept(envelope));
    }

    private void unwrapped(Envelope envelope, Secret inner) {
        try {
            above.accept(envelope.carrying(Commands.decode(inner)));
        } catch (DecodeException malformed) {
            log.debug("{} carries what is no command: {}", envelope.address(), malformed.getMessage());
        } finally {
            inner.wipe();
        }
    }
}
