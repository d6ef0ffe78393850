package org.lockcredentials.zwave;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.spi.BackendContext;
import org.lockcredentials.spi.LockBackend;
import org.lockcredentials.zwave.frame.LinkException;
import org.lockcredentials.zwave.inclusion.Exclusion;
import org.lockcredentials.zwave.inclusion.Inclusion;
import org.lockcredentials.zwave.inclusion.InclusionGuide;
import org.lockcredentials.zwave.inclusion.InclusionOptions;
import org.lockcredentials.zwave.inclusion.ProvisionedNode;
import org.lockcredentials.zwave.inclusion.SmartStartCode;
import org.lockcredentials.zwave.inclusion.ZWaveNode;
import org.lockcredentials.zwave.network.NetworkChanges;
import org.lockcredentials.zwave.network.SmartStart;
import org.lockcredentials.zwave.security.Dsk;

/**
 * The door locks of one Z-Wave network, reached through a stick.
 *
 * <p>Locks are named {@code zwave:NODE}, or {@code zwave:NODE/ENDPOINT} where a node carries several. Opening reads what the stick
 * knows and gets to know locks that are new; a lock that is known from earlier is asked nothing, but
 * for the time if its users have schedules. Nothing on a lock is changed but by a driver's writes, and its clock where that is wrong.
 */
public final class ZWaveBackend implements LockBackend {

    static final String NAME = "zwave";

    private final ZWaveConfig config;
    private Optional<Network> network = Optional.empty();
    private Optional<CompletableFuture<Void>> closing = Optional.empty();

    public ZWaveBackend(ZWaveConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized CompletableFuture<Void> open(BackendContext context) {
        if (closing.isPresent() || network.isPresent()) {
            return CompletableFuture.failedFuture(
                    new LockCredentialException(Reason.CLOSED, "a backend is opened once"));
        }
        Network opened = new Network(config, context);
        network = Optional.of(opened);
        return opened.open().exceptionallyCompose(failure -> CompletableFuture.failedFuture(translated(failure)));
    }

    @Override
    public synchronized CompletableFuture<Void> close() {
        CompletableFuture<Void> closed = closing.orElseGet(
                () -> network.map(Network::close).orElseGet(() -> CompletableFuture.completedFuture(null)));
        closing = Optional.of(closed);
        return closed;
    }

    /**
     * Begins to include a node: the stick listens for one that asks to join. One change of the network at a time: while another one is
     * under way, the inclusion fails with REJECTED.
     *
     * @param guide answers for the user, and hears how far it is
     */
    public Inclusion include(InclusionOptions options, InclusionGuide guide) {
        return changes()
                .map(changes -> changes.include(options, guide))
                .orElseGet(() -> new Inclusion(CompletableFuture.failedFuture(closed()), () -> {}));
    }

    /**
     * Begins to exclude a node: the stick listens for one that asks to leave, of this network or of any other.
     *
     * @param waiting told on the host's executor when the user is to press the button on the node
     */
    public Exclusion exclude(Runnable waiting) {
        return changes()
                .map(changes -> changes.exclude(waiting))
                .orElseGet(() -> new Exclusion(CompletableFuture.failedFuture(closed()), () -> {}));
    }

    /**
     * Takes a node out of the network that does not answer any more.
     *
     * <p>Completes without a value; fails with REJECTED if the node answers or the stick refuses, else as {@link Exclusion#nodeId()} does.
     */
    public CompletableFuture<Void> removeFailed(int nodeId) {
        return changes()
                .map(changes -> changes.removeFailed(nodeId).<Void>thenApply(removed -> null))
                .orElseGet(() -> CompletableFuture.failedFuture(closed()));
    }

    /** Begins to include a node in the place of one that does not answer any more, and keeps that one's node id; fails with REJECTED if it answers. */
    public Inclusion replaceFailed(int nodeId, InclusionOptions options, InclusionGuide guide) {
        return changes()
                .map(changes -> changes.replace(nodeId, options, guide))
                .orElseGet(() -> new Inclusion(CompletableFuture.failedFuture(closed()), () -> {}));
    }

    /** Completes with all nodes of the network, the stick aside; fails with CLOSED. */
    public CompletableFuture<List<ZWaveNode>> nodes() {
        return ofNetwork(Network::nodes);
    }

    /**
     * Lets a node join by itself as soon as it has power (SmartStart), with all classes of Security 2 that its code asks for, and by Long
     * Range if it and the stick know that.
     *
     * <p>Completes with the entry of the provisioning list, which outlives the backend; fails with INVALID if the code cannot be read or is
     * for an inclusion by hand, REJECTED if the store refuses, CLOSED.
     *
     * @param code the digits of the QR code on the node
     */
    public CompletableFuture<ProvisionedNode> provision(CharSequence code) {
        try {
            SmartStartCode read = SmartStartCode.decode(code);
            if (!read.smartStart()) {
                return CompletableFuture.failedFuture(new LockCredentialException(
                        Reason.INVALID, "the node does not join by itself: include it, with the key of this code"));
            }
            return ofNetwork(network -> network.smartStart(smartStart -> smartStart.provision(read)));
        } catch (DecodeException malformed) {
            return CompletableFuture.failedFuture(
                    new LockCredentialException(Reason.INVALID, String.valueOf(malformed.getMessage())));
        }
    }

    /** Completes with the provisioning list, those that have joined included; fails with REJECTED if the store refuses, CLOSED. */
    public CompletableFuture<List<ProvisionedNode>> provisioned() {
        return ofNetwork(network -> network.smartStart(SmartStart::provisioned));
    }

    /**
     * Takes a node off the provisioning list; one that has joined stays in the network.
     *
     * <p>Completes with whether it was there; fails with REJECTED if the store refuses, CLOSED.
     */
    public CompletableFuture<Boolean> unprovision(Dsk.Whole dsk) {
        return ofNetwork(network -> network.smartStart(smartStart -> smartStart.unprovision(dsk)));
    }

    private synchronized Optional<NetworkChanges> changes() {
        return closing.isPresent() ? Optional.empty() : network.flatMap(Network::changes);
    }

    private synchronized <T> CompletableFuture<T> ofNetwork(Function<Network, CompletableFuture<T>> work) {
        return closing.isPresent() || network.isEmpty()
                ? CompletableFuture.failedFuture(closed())
                : work.apply(network.get());
    }

    private static LockCredentialException closed() {
        return new LockCredentialException(Reason.CLOSED, "the backend is not open");
    }

    private static LockCredentialException translated(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof LockCredentialException known) {
            return known;
        }
        boolean closed = cause instanceof LinkException link && link.kind() == LinkException.Kind.CLOSED;
        return new LockCredentialException(
                closed ? Reason.CLOSED : Reason.UNREACHABLE, String.valueOf(cause.getMessage()), cause);
    }
}
