package org.lockcredentials.zwave.transport;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.zwave.frame.LinkException;
import org.lockcredentials.zwave.serialapi.ControllerIdentity;
import org.lockcredentials.zwave.serialapi.SerialApi;
import org.lockcredentials.zwave.serialapi.function.ApplicationCommand;
import org.lockcredentials.zwave.serialapi.function.RxStatus;
import org.lockcredentials.zwave.serialapi.function.TransmitOptions;
import org.lockcredentials.zwave.serialapi.function.TransmitReport;
import org.lockcredentials.zwave.serialapi.function.TransmitStatus;

/** The radio of a stick, by its Serial API. */
public final class StickRadio implements Radio {

    private final SerialApi stick;
    private final Actor actor;
    private final Duration deadline;
    private Listener listener = (nodeId, command, alone) -> {};
    private int room;

    /**
     * @param actor the network's
     * @param deadline for a command to be handed to the stick
     */
    public StickRadio(SerialApi stick, Actor actor, Duration deadline) {
        this.stick = stick;
        this.actor = actor;
        this.deadline = deadline;
    }

    /** Takes note of which stick it is, as a task of the actor, before anything is sent. */
    public void use(ControllerIdentity identity) {
        room = identity.maxPayload();
    }

    @Override
    public int room() {
        return room;
    }

    @Override
    public void deliverTo(Listener listener) {
        this.listener = listener;
    }

    /** Takes what the stick heard from a node, on any thread. */
    public void received(ApplicationCommand command) {
        boolean alone = command.rxStatus().cast() == RxStatus.Cast.SINGLE;
        actor.execute(
                () -> listener.received(command.source(), command.command().bytes(), alone));
    }

    @Override
    public CompletableFuture<Void> send(int nodeId, byte[] command) {
        CompletableFuture<TransmitReport> sent = stick.sendData(nodeId, command, TransmitOptions.DEFAULT, deadline);
        Arrays.fill(command, (byte) 0);
        return sent.handleAsync(
                (report, failure) -> {
                    if (failure != null) {
                        throw translated(failure);
                    }
                    if (report.status() != TransmitStatus.OK) {
                        throw new TransportException(
                                "node " + nodeId + " cannot be reached: " + report.status(), report.status());
                    }
                    return (Void) null;
                },
                actor);
    }

    /** What a failure of the line means for a command that was to be sent. */
    public static TransportException translated(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String message = String.valueOf(cause.getMessage());
        TransportException.Kind kind = TransportException.Kind.UNCERTAIN;
        if (cause instanceof LinkException link) {
            kind = switch (link.kind()) {
                case LOST, TIMEOUT -> TransportException.Kind.UNCERTAIN;
                case UNSENT, REFUSED -> TransportException.Kind.UNREACHABLE;
                case CLOSED -> TransportException.Kind.CLOSED;
            };
        }
        return new TransportException(kind, message, cause);
    }
}
