package org.lockcredentials.matter.node;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.WritableAttribute;
import org.lockcredentials.matter.interaction.AttributePath;

/**
 * A commissioned node, as the driver of the lock on it sees it.
 *
 * <p>May be called from any thread; futures complete on the controller's executor. They fail with
 *
 * <ul>
 *   <li>{@link org.lockcredentials.matter.interaction.InteractionException}: the node said no, and its status;
 *   <li>{@link NodeException}: UNREACHABLE (certain that nothing was done), TIMEOUT (it may have been done), SECURITY, MALFORMED, CLOSED.
 * </ul>
 *
 * <p>What does no harm when it is done twice is sent again in a new session when the answer to it is lost; all else is sent again only when it is
 * certain that the node did not get it.
 */
public interface LockNode {

    /** The node's number in the fabric, unsigned. */
    long nodeId();

    /** Reads attributes; those that the node does not have, or does not show, are left out. */
    CompletableFuture<Attributes> read(List<AttributePath> paths);

    /** Has a command done, after a timed request where it needs one. */
    <R> CompletableFuture<R> invoke(int endpoint, Command<R> command);

    /** Writes an attribute. */
    <T> CompletableFuture<Void> write(int endpoint, WritableAttribute<T> attribute, T value);

    /** False once the node did not answer, until it is heard again. */
    boolean reachable();

    /** Has changes and events told to {@code listener} from now on; the values that the subscription starts with are told too. */
    void listen(NodeListener listener);

    /** Tells {@code listener} no more. */
    void unlisten(NodeListener listener);
}
