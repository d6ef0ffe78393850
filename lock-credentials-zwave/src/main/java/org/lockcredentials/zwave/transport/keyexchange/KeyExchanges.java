package org.lockcredentials.zwave.transport.keyexchange;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.security.NetworkKeys;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.security.bootstrap.JoinGuide;
import org.lockcredentials.zwave.security.bootstrap.JoinedNode;
import org.lockcredentials.zwave.security.bootstrap.KeyHandover;
import org.lockcredentials.zwave.security.bootstrap.S0KeyExchange;
import org.lockcredentials.zwave.security.bootstrap.S2Bootstrapping;
import org.lockcredentials.zwave.transport.security.NodeSecurity;
import org.lockcredentials.zwave.transport.stack.TransportStack;

/** The key exchanges of one network, at most one with a node. Touched by tasks of the network's actor only. */
public final class KeyExchanges implements KeyHandover {

    private final TransportStack stack;
    private final Actor actor;
    private final SecureRandom random;
    private final Supplier<NetworkKeys> keys;
    private final Map<Integer, Handover> running = new HashMap<>();

    /** @param keys the network's, made at the latest when they are asked for; they stay the supplier's to wipe */
    public KeyExchanges(TransportStack stack, Actor actor, SecureRandom random, Supplier<NetworkKeys> keys) {
        this.stack = stack;
        this.actor = actor;
        this.random = random;
        this.keys = keys;
    }

    @Override
    public Handover hand(JoinedNode node, JoinGuide guide) {
        Optional.ofNullable(running.get(node.nodeId())).ifPresent(Handover::cancel);
        boolean segments = node.commandClasses().contains(CommandClass.TRANSPORT_SERVICE.id());
        stack.describe(node.nodeId(), new NodeSecurity(Set.of(), Set.of(), segments));
        Handover begun = begin(node, guide);
        running.put(node.nodeId(), begun);
        CompletableFuture<Set<SecurityClass>> described = begun.granted().whenComplete((granted, failure) -> {
            // One that was cancelled by the next has nothing more to say of the node.
            if (running.remove(node.nodeId(), begun)) {
                stack.describe(
                        node.nodeId(), new NodeSecurity(failure == null ? granted : Set.of(), Set.of(), segments));
            }
        });
        return new Described(described, begun);
    }

    /** Gives up all exchanges. */
    public void close() {
        List.copyOf(running.values()).forEach(Handover::cancel);
    }

    private Handover begin(JoinedNode node, JoinGuide guide) {
        if (node.commandClasses().contains(CommandClass.SECURITY_2.id())) {
            NetworkKeys all = keys.get();
            S2Bootstrapping machine = new S2Bootstrapping(all, node.longRange(), random);
            RunningExchange exchange = new RunningExchange(new S2Script(machine), guide, actor);
            exchange.start(stack.security().exchangeS2(node.nodeId(), exchange));
            return exchange;
        }
        Optional<Secret> s0 = node.commandClasses().contains(CommandClass.SECURITY_0.id())
                ? keys.get().key(SecurityClass.S0_LEGACY)
                : Optional.empty();
        return s0.map(key -> begin(node, guide, key)).orElseGet(WithoutSecurity::new);
    }

    private Handover begin(JoinedNode node, JoinGuide guide, Secret s0Key) {
        S0Script script = new S0Script(new S0KeyExchange(s0Key, node.controller()), s0Key);
        RunningExchange exchange = new RunningExchange(script, guide, actor);
        exchange.startIfGranted(SecurityClass.S0_LEGACY, () -> stack.security().exchangeS0(node.nodeId(), exchange));
        return exchange;
    }

    /** Tells of the end when the way to the node is the one that follows from it. */
    private record Described(CompletableFuture<Set<SecurityClass>> granted, Handover running) implements Handover {

        @Override
        public void cancel() {
            running.cancel();
        }
    }

    private record WithoutSecurity(CompletableFuture<Set<SecurityClass>> granted) implements Handover {

        WithoutSecurity() {
            this(CompletableFuture.completedFuture(Set.of()));
        }

        @Override
        public void cancel() {}
    }
}
