package org.lockcredentials.zwave.transport;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.decode.Commands;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lowest layer: commands as bytes over the radio. Root devices only; endpoints are the layer's above. */
public final class RadioLayer implements Layer {

    private static final Logger log = LoggerFactory.getLogger(RadioLayer.class);

    /** Their state is shared by two, so they mean nothing when they are sent to several (SDS13783 §3.5.2, §3.6.5.2, §3.7, §3.10). */
    private static final Set<Integer> FOR_ONE_ALONE = Set.of(
            CommandClass.SECURITY_0.id(),
            CommandClass.SECURITY_2.id(),
            CommandClass.SUPERVISION.id(),
            CommandClass.TRANSPORT_SERVICE.id());

    private final Radio radio;
    private boolean closed;
    private Consumer<? super Envelope> above = envelope -> {};

    public RadioLayer(Radio radio) {
        this.radio = radio;
        radio.deliverTo(this::received);
    }

    @Override
    public CompletableFuture<Delivery> send(Envelope envelope) {
        if (closed) {
            return CompletableFuture.failedFuture(
                    new TransportException(TransportException.Kind.CLOSED, "the network was closed"));
        }
        byte[] bytes = envelope.command().encode();
        if (bytes.length > radio.room()) {
            Arrays.fill(bytes, (byte) 0);
            String message = "%s has %d bytes, and one frame takes %d"
                    .formatted(envelope.command().type(), bytes.length, radio.room());
            return CompletableFuture.failedFuture(new TransportException(TransportException.Kind.TOO_LONG, message));
        }
        log.trace("-> {} {}, {} bytes", envelope.address(), envelope.command().type(), bytes.length);
        return radio.send(envelope.address().nodeId(), bytes).thenApply(acknowledged -> Delivery.RECEIVED);
    }

    @Override
    public int room(Address address) {
        return radio.room();
    }

    @Override
    public void deliverTo(Consumer<? super Envelope> above) {
        this.above = above;
    }

    /** Nothing is sent or heard any more. */
    public void close() {
        closed = true;
    }

    private void received(int nodeId, byte[] bytes, boolean alone) {
        try {
            if (closed || !Address.isNode(nodeId)) {
                return;
            }
            Command decoded = Commands.decode(bytes);
            Command command = alone ? decoded : Supervisions.unasked(decoded);
            if (!alone && FOR_ONE_ALONE.contains(command.type().commandClass())) {
                log.debug("<- node {} {} to several nodes: dropped", nodeId, command.type());
                return;
            }
            log.trace("<- node {} {}, {} bytes", nodeId, command.type(), bytes.length);
            above.accept(Envelope.from(new Address(nodeId, 0), command));
        } catch (DecodeException malformed) {
            log.debug("<- node {} {} bytes that are no command: {}", nodeId, bytes.length, malformed.getMessage());
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
