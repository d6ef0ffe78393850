package org.lockcredentials.matter;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.matter.udp.DatagramPort;
import org.lockcredentials.matter.udp.UdpPort;
import org.lockcredentials.spi.BackendContext;
import org.lockcredentials.spi.LockBackend;

/**
 * The door locks of one Matter fabric, whose root and administrator this backend is.
 *
 * <p>Locks are named {@code matter:NODE/ENDPOINT}, the node as 16 hexadecimal digits. The first opening makes the fabric and keeps it in the store of the
 * host; without that store the locks know their administrator no more. Devices are taken in and put out by {@link #controller()}.
 */
public final class MatterBackend implements LockBackend {

    static final String NAME = "matter";

    private final MatterConfig config;
    private final DatagramPort port;
    private final MatterController controller = new MatterController(this::network);
    private Optional<FabricNetwork> network = Optional.empty();
    private Optional<CompletableFuture<Void>> closing = Optional.empty();

    public MatterBackend(MatterConfig config) {
        this(config, new UdpPort(config.local()));
    }

    MatterBackend(MatterConfig config, DatagramPort port) {
        this.config = config;
        this.port = port;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Takes devices into the fabric and puts them out; works once the backend was opened. */
    public MatterController controller() {
        return controller;
    }

    @Override
    public synchronized CompletableFuture<Void> open(BackendContext context) {
        if (closing.isPresent() || network.isPresent()) {
            return CompletableFuture.failedFuture(
                    new LockCredentialException(Reason.CLOSED, "a backend is opened once"));
        }
        FabricNetwork opened = new FabricNetwork(config, port, context);
        network = Optional.of(opened);
        return opened.open();
    }

    @Override
    public synchronized CompletableFuture<Void> close() {
        CompletableFuture<Void> closed = closing.orElseGet(
                () -> network.map(FabricNetwork::close).orElseGet(() -> CompletableFuture.completedFuture(null)));
        closing = Optional.of(closed);
        return closed;
    }

    private synchronized FabricNetwork network() {
        return network.filter(open -> closing.isEmpty())
                .orElseThrow(() -> new LockCredentialException(Reason.CLOSED, "the Matter backend is not open"));
    }
}
