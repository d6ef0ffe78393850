package org.lockcredentials.zwave.serialapi;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.spi.Scheduler;
import org.lockcredentials.zwave.frame.DataFrame;
import org.lockcredentials.zwave.frame.FrameLink;
import org.lockcredentials.zwave.frame.LinkException;
import org.lockcredentials.zwave.port.ZWavePort;
import org.lockcredentials.zwave.serialapi.function.AddNode;
import org.lockcredentials.zwave.serialapi.function.ApplicationCommand;
import org.lockcredentials.zwave.serialapi.function.ApplicationUpdate;
import org.lockcredentials.zwave.serialapi.function.Call;
import org.lockcredentials.zwave.serialapi.function.Command;
import org.lockcredentials.zwave.serialapi.function.FailedNode;
import org.lockcredentials.zwave.serialapi.function.FunctionId;
import org.lockcredentials.zwave.serialapi.function.NodeInformation;
import org.lockcredentials.zwave.serialapi.function.Payload;
import org.lockcredentials.zwave.serialapi.function.RemoveNode;
import org.lockcredentials.zwave.serialapi.function.RequestNodeInfo;
import org.lockcredentials.zwave.serialapi.function.TransmitOptions;
import org.lockcredentials.zwave.serialapi.function.TransmitReport;
import org.lockcredentials.zwave.serialapi.function.TransmitStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session with the Z-Wave module behind a port, set up again by itself whenever the port was lost or the module restarted.
 *
 * <p>Every method may be called by any thread. Futures complete, and the listener is called, as tasks of one actor on the given
 * executor: what follows there must not block. Every future that fails does so with a {@link LinkException}:
 *
 * <ul>
 *   <li>LOST: the port was lost, or the module restarted, after the function was sent; whether it was carried out is not known;
 *   <li>TIMEOUT: the module gave no sign in the time of the specification, or one that cannot be read; again that is all that is known;
 *   <li>UNSENT: the function did not get its turn in its own time;
 *   <li>REFUSED: the module did not take the function;
 *   <li>CLOSED: the session was closed.
 * </ul>
 *
 * A function that was not sent yet outlives a lost port and is sent when the session is up again, if that is within its deadline.
 *
 * <p>The module numbers no frames. A function whose acknowledgement got lost is therefore sent again and may run twice, which
 * matters little to those that ask, and is noticed in time for a command to a node unless response and callback get lost as well.
 * A command from a node may be heard twice for the same reason. Both are for the layers above to tell apart: by the sequence
 * numbers of Security 2 and the session ids of Supervision.
 */
public final class SerialApi {

    private static final Logger log = LoggerFactory.getLogger(SerialApi.class);

    /** Hears what the module says unasked; every call must return at once. */
    public interface Listener {

        /** A node sent a command, which belongs to the listener. */
        void commandReceived(ApplicationCommand command);

        /** News of a node, except those that answer {@link SerialApi#requestNodeInfo}. */
        default void nodeUpdated(ApplicationUpdate update) {}

        /** An inclusion that was started went on. */
        default void adding(AddNode.Status status) {}

        /** An exclusion that was started went on. */
        default void removing(RemoveNode.Status status) {}

        /** The removal or replacement of a failed node that was started went on. */
        default void failedNode(FailedNode.Status status) {}

        /** The port was lost, or the module restarted; {@link #restored} follows when the session is up again. */
        default void lost(LinkException reason) {}

        /** The session is up again, perhaps with another module. */
        default void restored(ControllerIdentity identity) {}
    }

    private final Actor actor;
    private final FrameLink link;
    private final Exchanges exchanges;
    private final Session session;
    private final Transmitter transmitter;
    private final Unsolicited unsolicited;
    private boolean closed;

    public SerialApi(ZWavePort port, Executor executor, Scheduler scheduler, Listener listener) {
        this.actor = new Actor(executor, scheduler);
        this.link = new FrameLink(port, actor, FunctionId::name, new LinkEvents());
        this.exchanges = new Exchanges(link, actor, new Module());
        this.session = new Session(port.name(), link, exchanges, actor, listener);
        this.transmitter = new Transmitter(session, exchanges);
        this.unsolicited = new Unsolicited(listener, session::started);
    }

    /**
     * Opens the port and asks the module who it is, once in the life of a session.
     *
     * <p>Completes with the identity; with LOST, caused by the port's own exception, if the port does not open or nothing at all
     * answers behind it; with TIMEOUT or REFUSED if what answers is no Z-Wave module, not even after a soft reset. A session that did not open is closed.
     */
    public CompletableFuture<ControllerIdentity> open() {
        return onActor(() -> {
            CompletableFuture<ControllerIdentity> outcome = new CompletableFuture<>();
            link.open().thenCompose(open -> session.opened()).whenComplete((found, failure) -> {
                if (failure == null) {
                    outcome.complete(found);
                } else {
                    shutDown().whenComplete((done, never) -> outcome.completeExceptionally(Session.cause(failure)));
                }
            });
            return outcome;
        });
    }

    /**
     * Calls a function with a response.
     *
     * @param deadline for the call to be sent
     * @return completes with the response, or fails as the class says
     */
    public <R> CompletableFuture<R> call(Call<R> call, Duration deadline) {
        return add(new Exchange.Request<>(call, new CompletableFuture<>()), Exchange.Request::result, deadline);
    }

    /**
     * Calls a function without a response.
     *
     * @param deadline for the call to be sent
     * @return completes without a value when the module acknowledged the frame, or fails as the class says
     */
    public CompletableFuture<Void> order(Command command, Duration deadline) {
        return add(new Exchange.Order(command, new CompletableFuture<>()), Exchange.Order::result, deadline);
    }

    /**
     * Asks a node for its information.
     *
     * @param deadline for the question to be sent
     * @return completes with the information, empty if the node does not answer, or fails as the class says
     */
    public CompletableFuture<Optional<NodeInformation>> requestNodeInfo(int nodeId, Duration deadline) {
        RequestNodeInfo request = new RequestNodeInfo(nodeId);
        return add(new Exchange.NodeInfo(request, new CompletableFuture<>()), Exchange.NodeInfo::result, deadline);
    }

    /**
     * Sends a command to a node, with the variant of Send Data that suits the module. A module that is too busy to take it is
     * asked once more half a second later; one of the 700 or 800 series that is jammed is reset, and the command sent once more.
     *
     * @param command is copied, and the copy wiped when the future completes
     * @param deadline for the command to be handed to the module
     * @return completes with how the transmission ended: {@link TransmitStatus#NO_ACK} means that the node cannot be reached; or fails
     *     as the class says
     */
    public CompletableFuture<TransmitReport> sendData(
            int destination, byte[] command, TransmitOptions options, Duration deadline) {
        Payload payload = new Payload(command.clone());
        CompletableFuture<TransmitReport> outcome = onActor(() -> closed
                ? CompletableFuture.failedFuture(session.closed())
                : transmitter.send(new Transmitter.Outbound(destination, payload, options, deadline)));
        outcome.whenComplete((report, failure) -> payload.wipe());
        return outcome;
    }

    /**
     * Restarts the module and sets the session up again. What the module was doing is finished first.
     *
     * @return completes with the identity after the restart, or fails as the class says: with REFUSED, too, if the module offers no
     *     soft reset
     */
    public CompletableFuture<ControllerIdentity> softReset() {
        return onActor(() -> session.restart("the host asks for it"));
    }

    /**
     * Fails what is under way or waiting with CLOSED and releases the port; doing so again changes nothing. On the calling thread if the executor takes
     * no more tasks.
     *
     * @return completes without a value, never exceptionally, and within two seconds
     */
    public CompletableFuture<Void> close() {
        try {
            return onActor(this::shutDown);
        } catch (RejectedExecutionException hostIsGone) {
            return shutDown();
        }
    }

    private <E extends Exchange, R> CompletableFuture<R> add(
            E exchange, Function<E, CompletableFuture<R>> result, Duration deadline) {
        return onActor(() -> {
            if (closed) {
                exchange.fail(session.closed());
            } else {
                exchanges.add(exchange, deadline);
            }
            return result.apply(exchange);
        });
    }

    private CompletableFuture<Void> shutDown() {
        closed = true;
        session.close();
        CompletableFuture<Void> released = link.close();
        exchanges.close(session.closed());
        return released;
    }

    private <T> CompletableFuture<T> onActor(Supplier<CompletableFuture<T>> task) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        actor.execute(() -> task.get().whenComplete((result, failure) -> {
            if (failure == null) {
                outcome.complete(result);
            } else {
                outcome.completeExceptionally(Session.cause(failure));
            }
        }));
        return outcome;
    }

    private final class Module implements Turn.Module {

        @Override
        public boolean supports(FunctionId function) {
            return session.identity()
                    .filter(module -> module.supports(function))
                    .isPresent();
        }

        @Override
        public void callbackMissing() {
            session.restart("a callback is missing");
        }
    }

    private final class LinkEvents implements FrameLink.Listener {

        @Override
        public void received(DataFrame frame) {
            try {
                if (!exchanges.take(frame)) {
                    unsolicited.route(frame, exchanges.base());
                }
            } catch (DecodeException malformed) {
                log.debug("dropped a malformed {}: {}", FunctionId.name(frame.function()), malformed.getMessage());
            } finally {
                frame.wipe();
            }
        }

        @Override
        public void unreadable() {
            session.cure("three frames in a row have a bad checksum");
        }

        @Override
        public void lost(LinkException reason) {
            session.lost(reason);
        }

        @Override
        public void restored() {
            session.opened();
        }
    }
}
