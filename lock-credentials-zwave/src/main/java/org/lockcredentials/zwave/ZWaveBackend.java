package org.lockcredentials.zwave;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.spi.BackendContext;
import org.lockcredentials.spi.LockBackend;
import org.lockcredentials.zwave.frame.LinkException;

/**
 * The door locks of one Z-Wave network, reached through a stick.
 *
 * <p>Locks are named {@code zwave:NODE}, or {@code zwave:NODE/ENDPOINT} where a node carries several. Opening reads what the stick
 * knows and gets to know locks that are new; a lock that is known from earlier is asked nothing. Nothing on a lock is
 * changed but by a driver's writes.
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
