package org.lockcredentials.matter;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Outcome;

/**
 * The administrator of a fabric: takes devices in, lists them, puts them out, lets others in.
 *
 * <p>Every future completes on the host's executor, and fails with a {@link LockCredentialException}; with CLOSED while the backend is not open. Safe for
 * use by several threads.
 */
public final class MatterController {

    private final Supplier<FabricNetwork> network;

    MatterController(Supplier<FabricNetwork> network) {
        this.network = network;
    }

    /**
     * Takes a device into the fabric, and its locks into the manager. To cancel the future ends it before the next step, with nothing left on the device; one
     * that was told to keep all by then is one of {@link #nodes}.
     *
     * <p>Completes with the device, which has no locks yet if it does not answer any more: they are found when it does. Fails with INVALID (the code or the label
     * cannot be right, or the PAA directory cannot be read), NOT_FOUND (no such device waits), SECURITY (another passcode, or its maker is not trusted), REJECTED (the
     * device refuses, or is in this fabric already), FULL (it is in as many fabrics as it can be), UNREACHABLE, each time with nothing left on the device; and with
     * TIMEOUT where the last answer was lost, so that the device may be in the fabric or not: then it is one of {@link #nodes}, to be removed, or forgotten if
     * it is not reached.
     */
    public CompletableFuture<FabricNode> commission(CommissioningRequest request) {
        return open(each -> each.commission(request));
    }

    /** The devices of the fabric, by number. */
    public CompletableFuture<List<FabricNode>> nodes() {
        return open(each -> CompletableFuture.completedFuture(each.nodes()));
    }

    /**
     * Puts a device out of the fabric; others that it is in know it still.
     *
     * <p>Completes with CONFIRMED. Fails with NOT_FOUND, UNREACHABLE or SECURITY (the device was not told; whatever answers in its place proves nothing), REJECTED,
     * TIMEOUT (it was told, and may have left or not). Nothing is forgotten then: who knows that the device is gone asks for {@link #forget}.
     *
     * @param node 16 hexadecimal digits
     */
    public CompletableFuture<Outcome> remove(String node) {
        return open(each -> each.remove(node));
    }

    /**
     * Forgets a device that the host knows to be gone: reset, broken, or taken out by somebody else. It is told nothing, and one that is still there goes on trusting
     * this fabric. Completes with CONFIRMED; fails with NOT_FOUND.
     */
    public CompletableFuture<Outcome> forget(String node) {
        return open(each -> each.forget(node));
    }

    /**
     * Has a device wait for another administrator.
     *
     * <p>Completes with the code for that one, which the caller wipes. Fails with NOT_FOUND, UNREACHABLE, REJECTED (a window is open already), INVALID, TIMEOUT (the
     * answer was lost; the device was told to close the window, and does so by itself in the end).
     *
     * @param node 16 hexadecimal digits
     * @param time 3 to 15 minutes
     */
    public CompletableFuture<PairingWindow> openWindow(String node, Duration time) {
        return open(each -> each.openWindow(node, time));
    }

    /**
     * Has a device wait no more for another administrator.
     *
     * <p>Completes with CONFIRMED, or NO_CHANGE if no window was open. Fails with NOT_FOUND, UNREACHABLE, REJECTED, TIMEOUT.
     *
     * @param node 16 hexadecimal digits
     */
    public CompletableFuture<Outcome> closeWindow(String node) {
        return open(each -> each.closeWindow(node));
    }

    /**
     * How many messages from the network changed nothing since the backend was opened: malformed, forged, received before, or of no session. A few tell
     * of a bad network, many of somebody who tries.
     *
     * @throws LockCredentialException CLOSED if the backend is not open
     */
    public long droppedMessages() {
        return network.get().dropped();
    }

    private <T> CompletableFuture<T> open(Function<FabricNetwork, CompletableFuture<T>> operation) {
        try {
            return operation.apply(network.get());
        } catch (LockCredentialException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }
}
