package org.lockcredentials.zwave.transport.segment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.SecretBytes;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.transportservice.Segment;
import org.lockcredentials.zwave.command.transportservice.SegmentControl;
import org.lockcredentials.zwave.transport.Address;
import org.lockcredentials.zwave.transport.Delivery;
import org.lockcredentials.zwave.transport.Envelope;
import org.lockcredentials.zwave.transport.Layer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transport Service (SDS13783 §3.10): what does not fit a frame goes in segments to nodes that support them, and comes so from any. */
public final class SegmentLayer implements Layer {

    private static final Logger log = LoggerFactory.getLogger(SegmentLayer.class);

    private final Layer below;
    private final Actor actor;
    private final Set<Integer> supporting = new HashSet<>();
    private final DatagramSending sending;
    private final Map<Integer, DatagramReceiving> receiving = new HashMap<>();
    private int ownNodeId = 1;
    private Consumer<? super Envelope> above = envelope -> {};

    public SegmentLayer(Layer below, Actor actor) {
        this.below = below;
        this.actor = actor;
        this.sending = new DatagramSending(actor, (nodeId, command) -> below.send(frame(nodeId, command)));
        below.deliverTo(this::received);
    }

    /** Takes note of this host's own address, by which two that send at the same time agree on who goes on. */
    public void use(int nodeId) {
        ownNodeId = nodeId;
    }

    /** Takes note of whether a node supports Transport Service. */
    public void describe(int nodeId, boolean supports) {
        if (supports) {
            supporting.add(nodeId);
        } else {
            supporting.remove(nodeId);
        }
    }

    /** Forgets a node that has left; what is on its way to it fails with CLOSED. */
    public void forget(int nodeId) {
        supporting.remove(nodeId);
        sending.forget(nodeId);
        Optional.ofNullable(receiving.remove(nodeId)).ifPresent(DatagramReceiving::close);
    }

    /** Fails what is on its way with CLOSED. */
    public void close() {
        sending.close();
        receiving.values().forEach(DatagramReceiving::close);
        receiving.clear();
    }

    @Override
    public int room(Address address) {
        return supporting.contains(address.nodeId()) ? Segment.MAXIMUM_DATAGRAM : below.room(address);
    }

    @Override
    public void deliverTo(Consumer<? super Envelope> above) {
        this.above = above;
    }

    @Override
    public CompletableFuture<Delivery> send(Envelope envelope) {
        int nodeId = envelope.address().nodeId();
        if (!supporting.contains(nodeId)) {
            return below.send(envelope);
        }
        Secret datagram = SecretBytes.of(envelope.command());
        if (datagram.length() <= below.room(envelope.address())) {
            datagram.wipe();
            return below.send(envelope);
        }
        return sending.send(nodeId, datagram);
    }

    private void received(Envelope envelope) {
        Command command = envelope.command();
        int nodeId = envelope.address().nodeId();
        if (command instanceof SegmentControl control) {
            sending.received(nodeId, control);
        } else if (command instanceof Segment segment) {
            if (segment instanceof Segment.First) {
                int segments = 1 + segment.datagramSize() / Segment.MAXIMUM_PAYLOAD;
                sending.peerSends(ownNodeId, nodeId, segments);
            }
            receiving
                    .computeIfAbsent(
                            nodeId,
                            id -> new DatagramReceiving(
                                    actor, answer -> below.send(frame(id, answer)), datagram -> complete(id, datagram)))
                    .received(segment);
        } else {
            above.accept(envelope);
        }
    }

    private static Envelope frame(int nodeId, Command command) {
        return Envelope.from(new Address(nodeId, 0), command);
    }

    private void complete(int nodeId, Secret datagram) {
        byte[] bytes = datagram.use(byte[]::clone);
        datagram.wipe();
        try {
            above.accept(Envelope.from(new Address(nodeId, 0), Commands.decode(bytes)));
        } catch (DecodeException malformed) {
            log.debug(
                    "node {} sends {} bytes in segments that are no command: {}",
                    nodeId,
                    bytes.length,
                    malformed.getMessage());
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
