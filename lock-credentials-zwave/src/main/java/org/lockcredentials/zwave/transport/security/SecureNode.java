package org.lockcredentials.zwave.transport.security;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Secret;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.security0.S0Message;
import org.lockcredentials.zwave.command.security0.S0Nonce;
import org.lockcredentials.zwave.security.Protection;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.security.s2.S2Key;
import org.lockcredentials.zwave.security.s2.S2Session;
import org.lockcredentials.zwave.transport.Delivery;
import org.lockcredentials.zwave.transport.Envelope;
import org.lockcredentials.zwave.transport.TransportException;

/** The channels to one node, and which of them a command takes. Touched by tasks of the network's actor only. */
final class SecureNode implements AutoCloseable {

    private static final Runnable NOTHING = () -> {};

    private final Optional<S2Channel> s2;
    private final Optional<S0Channel> s0;
    private NodeSecurity security;
    private List<S2Key> keys;

    SecureNode(NodeSecurity security, List<S2Key> keys, Optional<S2Channel> s2, Optional<S0Channel> s0) {
        this.security = security;
        this.keys = List.copyOf(keys);
        this.s2 = s2;
        this.s0 = s0;
    }

    NodeSecurity security() {
        return security;
    }

    /** More is known of the node than before; it has no classes that were not known of. */
    void describe(NodeSecurity known) {
        security = known;
        List<S2Key> left = keys.stream()
                .filter(key ->
                        key.securityClass().filter(known.granted()::contains).isPresent())
                .toList();
        if (!left.equals(keys)) {
            useKeys(left);
        }
    }

    /** Keys of Security 2 that are not those of the classes granted, as while they are handed over. */
    void useKeys(List<S2Key> others) {
        keys = List.copyOf(others);
        s2.ifPresent(channel -> channel.use(keys));
    }

    S0Channel s0() {
        return s0.orElseThrow();
    }

    /** In which the node takes commands. */
    Protection usual() {
        return security.highest()
                .map(each -> (Protection) new Protection.Network(each))
                .orElseGet(Protection.Clear::new);
    }

    /** How many bytes a command may have in its usual protection, of those that go into one that is sent in the clear. */
    int room(int below) {
        if (security.highest().filter(SecurityClass.S0_LEGACY::equals).isPresent()) {
            return s0().room();
        }
        return security.highest().isEmpty() ? below : below - S2Session.LEAST_OVERHEAD;
    }

    CompletableFuture<Delivery> send(Secret command, Protection protection, Envelope.Options options) {
        return send(command, protection, options, NOTHING);
    }

    /** Sends a command, which is the channel's to wipe. */
    CompletableFuture<Delivery> send(Secret command, Protection protection, Envelope.Options options, Runnable sealed) {
        Optional<S2Key> key = keys.stream()
                .filter(each -> protection(each).equals(protection))
                .findFirst();
        if (key.isPresent()) {
            sealed.run();
            return s2.orElseThrow().send(key.get(), command, options);
        }
        if (s0.filter(channel -> channel.protection().equals(protection)).isPresent()) {
            return s0().send(command, sealed);
        }
        command.wipe();
        return CompletableFuture.failedFuture(new TransportException(
                TransportException.Kind.UNREACHABLE, "there is no key for " + protection + " with this node"));
    }

    /** A command of Security 2 or Security 0. */
    void received(Command command) {
        if (command instanceof S0Nonce || command instanceof S0Message) {
            s0.ifPresent(channel -> channel.received(command));
        } else {
            s2.ifPresent(channel -> channel.received(command));
        }
    }

    static Protection protection(S2Key key) {
        return key.securityClass()
                .map(each -> (Protection) new Protection.Network(each))
                .orElseGet(Protection.Temporary::new);
    }

    @Override
    public void close() {
        s2.ifPresent(S2Channel::close);
        s0.ifPresent(S0Channel::close);
    }
}
