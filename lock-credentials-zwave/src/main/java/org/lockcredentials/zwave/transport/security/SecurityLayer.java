package org.lockcredentials.zwave.transport.security;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandClasses;
import org.lockcredentials.zwave.command.SecretBytes;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.security0.S0Commands;
import org.lockcredentials.zwave.command.security0.S0Message;
import org.lockcredentials.zwave.command.security0.S0Nonce;
import org.lockcredentials.zwave.command.security2.S2Commands;
import org.lockcredentials.zwave.command.security2.S2Message;
import org.lockcredentials.zwave.command.security2.S2Nonce;
import org.lockcredentials.zwave.crypto.S0Keys;
import org.lockcredentials.zwave.security.Link;
import org.lockcredentials.zwave.security.Protection;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.security.s0.S0Session;
import org.lockcredentials.zwave.security.s2.S2Key;
import org.lockcredentials.zwave.security.s2.S2Session;
import org.lockcredentials.zwave.transport.Address;
import org.lockcredentials.zwave.transport.Delivery;
import org.lockcredentials.zwave.transport.Envelope;
import org.lockcredentials.zwave.transport.Layer;
import org.lockcredentials.zwave.transport.TransportException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Security encapsulation (SDS13783 §3.5, §3.6): what goes to a node is encapsulated in the highest class that it was granted, and what
 * comes below that is dropped, unless the node supports it in the clear as well.
 */
public final class SecurityLayer implements Layer {

    private static final Logger log = LoggerFactory.getLogger(SecurityLayer.class);

    /** What fits a frame of Security 0 that may need routes; it knows no segments. */
    private static final int S0_FRAME = 46;

    /** Nothing is awaited. */
    private static final Envelope.Options REPLY = new Envelope.Options(false, Duration.ZERO);

    private final Layer below;
    private final Actor actor;
    private final SecureRandom random;
    private final List<Integer> supported;
    private final Map<Integer, SecureNode> nodes = new HashMap<>();
    private final Map<Integer, KeyExchangeLink.Listener> exchanges = new HashMap<>();
    /** Nodes that had security and of which nothing is known now. */
    private final Set<Integer> withheld = new HashSet<>();

    private Optional<Membership> membership = Optional.empty();
    private Consumer<? super Envelope> above = envelope -> {};

    private Drops drops = (nodeId, commandClasses) -> {};

    /** Hears that something of a node's was dropped for coming without its protection: what it was about, and nothing of what it said. */
    @FunctionalInterface
    public interface Drops {
        void dropped(int nodeId, Collection<Integer> commandClasses);
    }

    private record Membership(int homeId, int ownNodeId, KeyRing keys) {}

    /** @param supported the command classes with which this host answers questions of nodes */
    public SecurityLayer(Layer below, Actor actor, SecureRandom random, List<Integer> supported) {
        this.below = below;
        this.actor = actor;
        this.random = random;
        this.supported = List.copyOf(supported);
        below.deliverTo(this::received);
    }

    /** Names who hears of what is dropped; told once, before anything comes. */
    public void tellDropped(Drops whom) {
        drops = whom;
    }

    /** Takes note of the network, before any node is described. The keys are wiped by whoever made them. */
    public void use(int homeId, int ownNodeId, KeyRing keys) {
        if (membership.filter(same -> same.homeId == homeId).isEmpty()) {
            withheld.clear();
        }
        membership = Optional.of(new Membership(homeId, ownNodeId, keys));
    }

    /** Takes note of how safely a node is spoken to. Fewer classes than before go on as they were, others begin anew. */
    public void describe(int nodeId, NodeSecurity security) {
        SecureNode known = nodes.get(nodeId);
        if (known != null
                && !security.granted().isEmpty()
                && known.security().granted().containsAll(security.granted())) {
            known.describe(security);
            return;
        }
        exchanges.remove(nodeId);
        if (security.granted().isEmpty()) {
            forget(nodeId);
            withheld.remove(nodeId);
        } else {
            replace(nodeId, granted(nodeId, security));
        }
    }

    /** What fails by the end of the way as it was may ask for the next thing at once: that goes the new way. */
    private void replace(int nodeId, SecureNode next) {
        withheld.remove(nodeId);
        Optional.ofNullable(nodes.put(nodeId, next)).ifPresent(SecureNode::close);
    }

    /** How safely a node is spoken to. */
    public NodeSecurity of(int nodeId) {
        return Optional.ofNullable(nodes.get(nodeId)).map(SecureNode::security).orElseGet(NodeSecurity::none);
    }

    /** Forgets a node that has left; if it had security, it is sent nothing in the clear until it is described again. */
    public void forget(int nodeId) {
        exchanges.remove(nodeId);
        Optional.ofNullable(nodes.remove(nodeId)).ifPresent(gone -> {
            withheld.add(nodeId);
            gone.close();
        });
    }

    /** Fails what is on its way with CLOSED. */
    public void close() {
        List.copyOf(nodes.keySet()).forEach(this::forget);
    }

    /** Begins to hand keys of Security 2 to a node, of which everything known until then is forgotten. */
    public KeyExchangeLink exchangeS2(int nodeId, KeyExchangeLink.Listener listener) {
        S2Channel s2 =
                new S2Channel(new S2Session(link(nodeId), List.of(), random, actor::nanoTime), actor, carrier(nodeId));
        return exchange(
                nodeId, listener, new SecureNode(NodeSecurity.none(), List.of(), Optional.of(s2), Optional.empty()));
    }

    /**
     * Begins to hand the key of Security 0 to a node, of which everything known until then is forgotten.
     *
     * <p>Its temporary key is known to all, and must open nothing where the other scheme has a temporary key that is not.
     */
    public KeyExchangeLink exchangeS0(int nodeId, KeyExchangeLink.Listener listener) {
        S0Channel s0 = s0Channel(link(nodeId), S0Keys.temporary(), carrier(nodeId));
        s0.use(S0Keys.temporary(), new Protection.Temporary());
        return exchange(
                nodeId, listener, new SecureNode(NodeSecurity.none(), List.of(), Optional.empty(), Optional.of(s0)));
    }

    private KeyExchangeLink exchange(int nodeId, KeyExchangeLink.Listener listener, SecureNode joining) {
        exchanges.put(nodeId, listener);
        replace(nodeId, joining);
        return new Joining(nodeId, joining);
    }

    private SecureNode granted(int nodeId, NodeSecurity security) {
        KeyRing ring = membership.orElseThrow().keys;
        Link link = link(nodeId);
        Carrier carrier = carrier(nodeId);
        List<S2Key> keys = security.granted().stream()
                .sorted()
                .flatMap(each -> ring.s2(each).stream())
                .toList();
        Optional<S2Channel> s2 = keys.isEmpty()
                ? Optional.empty()
                : Optional.of(new S2Channel(new S2Session(link, keys, random, actor::nanoTime), actor, carrier));
        Optional<S0Channel> s0 = security.granted().contains(SecurityClass.S0_LEGACY)
                ? ring.s0().map(each -> s0Channel(link, each, carrier))
                : Optional.empty();
        return new SecureNode(security, keys, s2, s0);
    }

    private Link link(int nodeId) {
        Membership network = membership.orElseThrow();
        return new Link(network.homeId, network.ownNodeId, nodeId);
    }

    private Carrier carrier(int nodeId) {
        return new NodeCarrier(nodeId);
    }

    private S0Channel s0Channel(Link link, S0Keys keys, Carrier carrier) {
        int frame = Math.min(S0_FRAME, carrier.room());
        return new S0Channel(new S0Session(link, keys, frame, random, actor::nanoTime), actor, carrier);
    }

    @Override
    public int room(Address address) {
        int room = below.room(address);
        SecureNode node = nodes.get(address.nodeId());
        return node == null ? room : node.room(room);
    }

    @Override
    public void deliverTo(Consumer<? super Envelope> above) {
        this.above = above;
    }

    @Override
    public CompletableFuture<Delivery> send(Envelope envelope) {
        int nodeId = envelope.address().nodeId();
        SecureNode node = nodes.get(nodeId);
        Optional<Protection> wanted = envelope.options().protection();
        if (wanted.isEmpty() && (withheld.contains(nodeId) || exchanges.containsKey(nodeId))) {
            return CompletableFuture.failedFuture(new TransportException(
                    TransportException.Kind.CLOSED,
                    "it is not known how safely node " + nodeId + " is to be spoken to"));
        }
        Protection protection = wanted.orElseGet(() -> node == null ? new Protection.Clear() : node.usual());
        if (protection instanceof Protection.Clear) {
            return below.send(envelope);
        }
        if (node == null) {
            return CompletableFuture.failedFuture(new TransportException(
                    TransportException.Kind.UNREACHABLE, "node " + nodeId + " has no key for " + protection));
        }
        return node.send(SecretBytes.of(envelope.command()), protection, envelope.options());
    }

    private void received(Envelope envelope) {
        Command command = envelope.command();
        int nodeId = envelope.address().nodeId();
        SecureNode node = nodes.get(nodeId);
        if (isSessions(command)) {
            if (node != null) {
                node.received(command);
            }
        } else if (isOfSecurity(command)) {
            Optional.ofNullable(exchanges.get(nodeId)).ifPresent(each -> each.heard(command, new Protection.Clear()));
        } else if (node == null || isOpen(node, command)) {
            above.accept(envelope);
        } else {
            log.debug("node {} sends {} in the clear: dropped", nodeId, command.type());
            try (Secret encoded = SecretBytes.of(command)) {
                drops.dropped(nodeId, encoded.use(SecurityLayer::classes));
            }
        }
    }

    private void opened(int nodeId, byte[] bytes, Protection protection) {
        SecureNode node = nodes.get(nodeId);
        if (node == null) {
            return;
        }
        try {
            Command command = Commands.decode(bytes);
            log.trace("<- node {} {} in {}", nodeId, command.type(), protection);
            if (command instanceof S2Commands.Get || command instanceof S0Commands.Get) {
                tellSupported(nodeId, node, command, protection);
            } else if (command instanceof S2Commands.Report || command instanceof S0Commands.Report) {
                above.accept(Envelope.from(new Address(nodeId, 0), command, protection));
            } else if (isOfSecurity(command)) {
                Optional.ofNullable(exchanges.get(nodeId)).ifPresent(each -> each.heard(command, protection));
            } else if (!exchanges.containsKey(nodeId) && (protection.equals(node.usual()) || isOpen(node, bytes))) {
                above.accept(Envelope.from(new Address(nodeId, 0), command, protection));
            } else {
                log.debug("node {} sends {} in {}: dropped", nodeId, command.type(), protection);
                drops.dropped(nodeId, classes(bytes));
            }
        } catch (DecodeException malformed) {
            log.debug("node {} encapsulates what is no command: {}", nodeId, malformed.getMessage());
        }
    }

    /** All of it under the highest class, none of it under another (SDS13783 §3.6.8.1). */
    private void tellSupported(int nodeId, SecureNode node, Command question, Protection protection) {
        List<Integer> told = protection.equals(node.usual()) ? supported : List.of();
        Command report = question instanceof S2Commands.Get
                ? new S2Commands.Report(told)
                : new S0Commands.Report(0, CommandClasses.supporting(told));
        node.send(SecretBytes.of(report), protection, REPLY).exceptionally(failure -> {
            log.debug("node {} did not take what is supported: {}", nodeId, failure.getMessage());
            return Delivery.RECEIVED;
        });
    }

    private static boolean isSessions(Command command) {
        return command instanceof S2Nonce
                || command instanceof S2Message
                || command instanceof S0Nonce
                || command instanceof S0Message;
    }

    private static boolean isOfSecurity(Command command) {
        int commandClass = command.type().commandClass();
        return commandClass == CommandClass.SECURITY_2.id() || commandClass == CommandClass.SECURITY_0.id();
    }

    private static boolean isOpen(SecureNode node, Command command) {
        try (Secret encoded = SecretBytes.of(command)) {
            return encoded.use(bytes -> isOpen(node, bytes));
        }
    }

    private static boolean isOpen(SecureNode node, byte[] command) {
        Collection<Integer> carried = classes(command);
        return !carried.isEmpty() && node.security().isOpen(carried);
    }

    /** What a command and those within it are about; empty if that cannot be told. */
    private static Collection<Integer> classes(byte[] command) {
        try {
            return Carried.classes(command);
        } catch (DecodeException malformed) {
            return List.of();
        }
    }

    private final class NodeCarrier implements Carrier {

        private final Address address;

        NodeCarrier(int nodeId) {
            this.address = new Address(nodeId, 0);
        }

        @Override
        public CompletableFuture<Delivery> send(Command command) {
            return below.send(new Envelope(address, command, REPLY));
        }

        @Override
        public int room() {
            return below.room(address);
        }

        @Override
        public void opened(Secret command, Protection protection) {
            byte[] bytes = command.use(byte[]::clone);
            try {
                SecurityLayer.this.opened(address.nodeId(), bytes, protection);
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        }

        @Override
        public void unreadable(boolean begun) {
            Optional.ofNullable(exchanges.get(address.nodeId())).ifPresent(each -> each.unreadable(begun));
        }
    }

    private final class Joining implements KeyExchangeLink {

        private final int nodeId;
        private final SecureNode node;

        Joining(int nodeId, SecureNode node) {
            this.nodeId = nodeId;
            this.node = node;
        }

        @Override
        public void useKeys(List<S2Key> keys) {
            node.useKeys(keys);
        }

        @Override
        public void useKeys(S0Keys keys, Protection protection) {
            node.s0().use(keys, protection);
        }

        @Override
        public CompletableFuture<Delivery> send(Command command, Protection protection, Runnable sealed) {
            if (protection instanceof Protection.Clear) {
                sealed.run();
                return new NodeCarrier(nodeId).send(command);
            }
            return node.send(SecretBytes.of(command), protection, REPLY, sealed);
        }

        @Override
        public void close() {
            if (nodes.get(nodeId) == node) {
                forget(nodeId);
            }
        }
    }
}
