package org.lockcredentials.matter.interaction;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.exchange.Received;
import org.lockcredentials.matter.message.ProtocolId;

/** Reads what a node answers. */
final class Answers {

    private Answers() {}

    /**
     * The message, if it is the one that is expected.
     *
     * @throws InteractionException if it is a status that is not success
     * @throws ChannelException PROTOCOL if it is anything else
     */
    static <M extends InteractionMessage> M expect(Class<M> type, Received received) {
        InteractionMessage message = decode(received);
        if (type.isInstance(message)) {
            return type.cast(message);
        }
        if (message instanceof StatusResponse response && !response.status().isSuccess()) {
            throw refused(response);
        }
        throw new ChannelException(
                Kind.PROTOCOL, message.getClass().getSimpleName() + " where " + type.getSimpleName() + " should be");
    }

    /** @throws InteractionException unless it is success; @throws ChannelException PROTOCOL if it is no status */
    static void expectSuccess(Received received) {
        StatusResponse response = expect(StatusResponse.class, received);
        if (!response.status().isSuccess()) {
            throw refused(response);
        }
    }

    /** {@link #expect} for the end of a chain: a dialogue that went wrong is closed. */
    static <T> CompletableFuture<T> closing(Dialogue dialogue, CompletableFuture<T> result) {
        return result.whenComplete((value, failure) -> {
            if (failure != null) {
                dialogue.close();
            }
        });
    }

    private static InteractionMessage decode(Received received) {
        if (!received.protocol().equals(ProtocolId.INTERACTION_MODEL)) {
            throw new ChannelException(Kind.PROTOCOL, "the node answered in another protocol: " + received.protocol());
        }
        try {
            return InteractionMessage.decode(received.opcode(), received.payload());
        } catch (DecodeException malformed) {
            throw new ChannelException(Kind.PROTOCOL, "the node's answer is malformed", malformed);
        }
    }

    private static InteractionException refused(StatusResponse response) {
        return new InteractionException(new StatusIb(response.status(), Optional.empty()));
    }
}
