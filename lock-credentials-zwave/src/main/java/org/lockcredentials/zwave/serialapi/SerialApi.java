package org.lockcredentials.zwave.serialapi;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.spi.Scheduler;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.lockcredentials.zwave.frame.Actor;
import org.lockcredentials.zwave.frame.DataFrame;
import org.lockcredentials.zwave.frame.FrameLink;
import org.lockcredentials.zwave.frame.LinkException;
import org.lockcredentials.zwave.port.ZWavePort;
import org.lockcredentials.zwave.serialapi.function.AddNode;
import org.lockcredentials.zwave.serialapi.function.ApplicationCommand;
import org.lockcredentials.zwave.serialapi.function.ApplicationUpdate;
import org.lockcredentials.zwave.serialapi.function.Call;
import org.lockcredentials.zwave.serialapi.function.Command;
import org.lockcredentials.zwave.serialapi.function.FunctionId;
import org.lockcredentials.zwave.serialapi.function.NodeIdBase;
import org.lockcredentials.zwave.serialapi.function.NodeInformation;
import org.lockcredentials.zwave.serialapi.function.Payload;
import org.lockcredentials.zwave.serialapi.function.RemoveNode;
import org.lockcredentials.zwave.serialapi.function.RequestNodeInfo;
import org.lockcredentials.zwave.serialapi.function.SendData;
import org.lockcredentials.zwave.serialapi.function.SendDataBridge;
import org.lockcredentials.zwave.serialapi.function.SoftReset;
import org.lockcredentials.zwave.serialapi.function.Transmission;
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
 */
public final class SerialApi {

    private static final Logger log = LoggerFactory.getLogger(SerialApi.class);

    /** Modules that send Started do so within 1.5 s (INS12350 §7.12), and slow ones within five. */
    private static final Duration RESTART_LIMIT = Duration.ofSeconds(5);
    /** A network that jams the module again right after a reset is really busy. */
    private static final Duration BETWEEN_JAM_RESETS = Duration.ofSeconds(60);
    /** How long the module is left alone after it failed to say who it is. */
    private static final Duration BETWEEN_IDENTIFICATIONS = Duration.ofSeconds(10);

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

        /** The port was lost, or the module restarted; {@link #restored} follows when the session is up again. */
        default void lost(LinkException reason) {}

        /** The session is up again, perhaps with another module. */
        default void restored(ControllerIdentity identity) {}
    }

    private final Actor actor;
    private final FrameLink link;
    private final Exchanges exchanges;
    private final Listener listener;
    private final String portName;
    private @Nullable ControllerIdentity identity;
    private CompletableFuture<ControllerIdentity> setUp = new CompletableFuture<>();
    private Cancellable restartLimit = () -> {};
    private Cancellable nextIdentification = () -> {};
    private int setUps;
    private boolean opened;
    private boolean awaitingStart;
    private boolean closed;
    private int lastCallbackId;
    private Optional<Long> lastJamReset = Optional.empty();

    public SerialApi(ZWavePort port, Executor executor, Scheduler scheduler, Listener listener) {
        this.actor = new Actor(executor, scheduler);
        this.portName = port.name();
        this.link = new FrameLink(port, actor, FunctionId::name, new LinkEvents());
        this.exchanges = new Exchanges(
                link, actor, () -> supports(FunctionId.SEND_DATA_ABORT), () -> restart("a callback is missing"));
        this.listener = listener;
    }

    /**
     * Opens the port and asks the module who it is, once in the life of a session.
     *
     * <p>Completes with the identity; with LOST, caused by the port's own exception, if the port does not open or nothing at all
     * answers behind it; with TIMEOUT or REFUSED if what answers is no Z-Wave module, not even after a soft reset. A session that did not open is closed.
     */
    public CompletableFuture<ControllerIdentity> open() {
        return onActor(() -> {
            CompletableFuture<ControllerIdentity> up = link.open().thenCompose(open -> {
                identify(true);
                return setUp;
            });
            CompletableFuture<ControllerIdentity> outcome = new CompletableFuture<>();
            up.whenComplete((found, failure) -> {
                if (failure == null) {
                    opened = true;
                    outcome.complete(found);
                } else {
                    shutDown().whenComplete((done, never) -> outcome.completeExceptionally(cause(failure)));
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
     * Sends a command to a node, with the variant of Send Data that suits the module. A module of the 700 or 800 series that is jammed
     * is reset, and the command sent once more.
     *
     * @param command is copied, and the copy wiped when the future completes
     * @param deadline for the command to be handed to the module
     * @return completes with how the transmission ended: {@link TransmitStatus#NO_ACK} means that the node cannot be reached; or fails
     *     as the class says
     */
    public CompletableFuture<TransmitReport> sendData(
            int destination, byte[] command, TransmitOptions options, Duration deadline) {
        Payload payload = new Payload(command.clone());
        CompletableFuture<TransmitReport> outcome = onActor(() -> transmit(destination, payload, options, deadline)
                .thenCompose(report -> isJammed(report)
                        ? afterJam(destination, payload, options, deadline, report)
                        : CompletableFuture.completedFuture(report)));
        outcome.whenComplete((report, failure) -> payload.wipe());
        return outcome;
    }

    /**
     * Restarts the module and sets the session up again. What the module was doing is finished first.
     *
     * @return completes with the identity after the restart, or fails as the class says
     */
    public CompletableFuture<ControllerIdentity> softReset() {
        return onActor(
                () -> closed ? CompletableFuture.failedFuture(closedSession()) : restart("the host asks for it"));
    }

    /**
     * Fails what is under way or waiting with CLOSED and releases the port; doing so again changes nothing.
     *
     * @return completes without a value, never exceptionally, and within two seconds
     */
    public CompletableFuture<Void> close() {
        return onActor(this::shutDown);
    }

    private CompletableFuture<TransmitReport> transmit(
            int destination, Payload payload, TransmitOptions options, Duration deadline) {
        ControllerIdentity module = identity;
        if (module == null) {
            return CompletableFuture.failedFuture(
                    closed
                            ? closedSession()
                            : new LinkException(LinkException.Kind.REFUSED, portName + " was never set up"));
        }
        if (payload.bytes().length > module.maxPayload()) {
            return CompletableFuture.failedFuture(new LinkException(
                    LinkException.Kind.REFUSED,
                    payload.bytes().length + " bytes are more than the " + module.maxPayload()
                            + " that fit one frame"));
        }
        lastCallbackId = lastCallbackId % 0xFF + 1;
        Transmission call = module.isBridge()
                ? new SendDataBridge(module.nodeId(), destination, payload, options, lastCallbackId)
                : new SendData(destination, payload, options, lastCallbackId);
        return enqueue(new Exchange.Transmit(call, new CompletableFuture<>()), Exchange.Transmit::result, deadline);
    }

    private boolean supports(FunctionId function) {
        ControllerIdentity module = identity;
        return module != null && module.supports(function);
    }

    private boolean isJammed(TransmitReport report) {
        ControllerIdentity module = identity;
        // Where the report says that something was transmitted, FAIL means something else.
        return report.status() == TransmitStatus.FAIL
                && report.ticks().orElse(0) == 0
                && module != null
                && module.mayJam()
                && lastJamReset
                        .map(last -> actor.nanoTime() - last > BETWEEN_JAM_RESETS.toNanos())
                        .orElse(true);
    }

    private CompletableFuture<TransmitReport> afterJam(
            int destination, Payload payload, TransmitOptions options, Duration deadline, TransmitReport jammed) {
        lastJamReset = Optional.of(actor.nanoTime());
        return restart("it is jammed")
                .handle((up, failure) -> failure == null
                        ? transmit(destination, payload, options, deadline)
                        : CompletableFuture.completedFuture(jammed))
                .thenCompose(again -> again);
    }

    private <E extends Exchange, R> CompletableFuture<R> add(
            E exchange, Function<E, CompletableFuture<R>> result, Duration deadline) {
        return onActor(() -> enqueue(exchange, result, deadline));
    }

    private <E extends Exchange, R> CompletableFuture<R> enqueue(
            E exchange, Function<E, CompletableFuture<R>> result, Duration deadline) {
        if (closed) {
            exchange.fail(closedSession());
        } else {
            exchanges.add(exchange, deadline);
        }
        return result.apply(exchange);
    }

    /** Asks the module who it is; if it does not say, resets it and asks again. */
    private void identify(boolean resetIfSilent) {
        awaitingStart = false;
        restartLimit.cancel();
        nextIdentification.cancel();
        exchanges.hold();
        int turn = ++setUps;
        new Identification(exchanges).run().whenComplete((found, failure) -> {
            if (turn != setUps || closed) {
                return;
            }
            if (failure == null) {
                up(found);
            } else if (resetIfSilent && link.isOpen()) {
                log.debug(
                        "{} does not say who it is: {}; resetting it",
                        portName,
                        cause(failure).getMessage());
                reset(false);
            } else {
                notUp(cause(failure));
            }
        });
    }

    private void up(ControllerIdentity found) {
        identity = found;
        CompletableFuture<ControllerIdentity> done = setUp;
        setUp = new CompletableFuture<>();
        log.debug(
                "{} is up: {}, {} nodes",
                portName,
                found.version().text(),
                found.nodes().size());
        exchanges.resume();
        if (opened) {
            listener.restored(found);
        }
        done.complete(found);
    }

    private void notUp(Throwable failure) {
        CompletableFuture<ControllerIdentity> done = setUp;
        setUp = new CompletableFuture<>();
        if (opened && link.isOpen()) {
            nextIdentification = actor.after(BETWEEN_IDENTIFICATIONS, () -> identify(true));
        }
        done.completeExceptionally(failure);
    }

    private CompletableFuture<ControllerIdentity> restart(String why) {
        log.debug("restarting {}: {}", portName, why);
        CompletableFuture<ControllerIdentity> outcome = setUp;
        reset(false);
        return outcome;
    }

    private void reset(boolean resetIfSilent) {
        exchanges.hold();
        int turn = ++setUps;
        Exchange.Order order = new Exchange.Order(new SoftReset(), new CompletableFuture<>());
        exchanges.addUrgent(order);
        order.result().whenComplete((sent, failure) -> {
            if (turn != setUps || closed) {
                return;
            }
            if (failure != null) {
                notUp(cause(failure));
                return;
            }
            awaitingStart = true;
            restartLimit = actor.after(RESTART_LIMIT, () -> identify(resetIfSilent));
        });
    }

    private void started() {
        if (awaitingStart) {
            identify(false);
            return;
        }
        LinkException restarted = new LinkException(LinkException.Kind.LOST, portName + " restarted");
        boolean wasUp = identity != null && opened;
        setUps++;
        exchanges.hold();
        exchanges.interrupt(restarted);
        if (wasUp) {
            listener.lost(restarted);
        }
        identify(true);
    }

    private CompletableFuture<Void> shutDown() {
        closed = true;
        restartLimit.cancel();
        nextIdentification.cancel();
        CompletableFuture<Void> released = link.close();
        exchanges.close(closedSession());
        setUp.completeExceptionally(closedSession());
        return released;
    }

    private void unsolicited(DataFrame frame) throws DecodeException {
        Optional<FunctionId> function = FunctionId.of(frame.function());
        if (function.isEmpty()) {
            return;
        }
        ByteReader in = ByteReader.of(frame.parameters());
        NodeIdBase base = exchanges.base();
        switch (function.get()) {
            case STARTED -> started();
            case APPLICATION_COMMAND_HANDLER -> command(ApplicationCommand.decode(in, base));
            case APPLICATION_COMMAND_HANDLER_BRIDGE -> command(ApplicationCommand.decodeBridge(in, base));
            case APPLICATION_UPDATE -> listener.nodeUpdated(ApplicationUpdate.decode(in, base));
            case ADD_NODE_TO_NETWORK -> listener.adding(AddNode.Status.decode(in, base));
            case REMOVE_NODE_FROM_NETWORK -> listener.removing(RemoveNode.Status.decode(in, base));
            default -> log.debug("dropped {} that nobody waits for", function.get());
        }
    }

    private void command(ApplicationCommand command) {
        if (!command.rxStatus().isForeign()) {
            listener.commandReceived(command);
        }
    }

    private LinkException closedSession() {
        return new LinkException(LinkException.Kind.CLOSED, portName + " was closed");
    }

    private <T> CompletableFuture<T> onActor(Supplier<CompletableFuture<T>> task) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        actor.execute(() -> task.get().whenComplete((result, failure) -> {
            if (failure == null) {
                outcome.complete(result);
            } else {
                outcome.completeExceptionally(cause(failure));
            }
        }));
        return outcome;
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private final class LinkEvents implements FrameLink.Listener {

        @Override
        public void received(DataFrame frame) {
            try {
                if (!exchanges.take(frame)) {
                    unsolicited(frame);
                }
            } catch (DecodeException malformed) {
                log.debug("dropped a malformed {}: {}", FunctionId.name(frame.function()), malformed.getMessage());
            } finally {
                frame.wipe();
            }
        }

        @Override
        public void lost(LinkException reason) {
            setUps++;
            restartLimit.cancel();
            nextIdentification.cancel();
            exchanges.hold();
            exchanges.interrupt(reason);
            if (opened) {
                listener.lost(reason);
            } else {
                notUp(reason);
            }
        }

        @Override
        public void restored() {
            identify(true);
        }
    }
}
