package org.lockcredentials.zwave.serialapi;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.frame.LinkException;
import org.lockcredentials.zwave.serialapi.function.ApplicationUpdate;
import org.lockcredentials.zwave.serialapi.function.Call;
import org.lockcredentials.zwave.serialapi.function.Command;
import org.lockcredentials.zwave.serialapi.function.FunctionId;
import org.lockcredentials.zwave.serialapi.function.NodeIdBase;
import org.lockcredentials.zwave.serialapi.function.NodeInformation;
import org.lockcredentials.zwave.serialapi.function.RequestNodeInfo;
import org.lockcredentials.zwave.serialapi.function.Transmission;
import org.lockcredentials.zwave.serialapi.function.TransmitReport;

/** A function that was called, and what the module still owes for it (INS12350 §6.5). */
sealed interface Exchange {

    /** What the module owes next. */
    enum Owed {
        NOTHING,
        RESPONSE,
        CALLBACK,
        /** Nothing, but the module may take the same a little later. */
        ANOTHER_TRY
    }

    Command command();

    /** Completes when the exchange is over. */
    CompletableFuture<?> result();

    /** The module took the frame. */
    Owed delivered();

    /** The module's response. */
    Owed responded(ByteReader in, NodeIdBase base) throws DecodeException;

    /** Some request of the module's; true if it is the callback that ends this exchange. */
    default boolean endedBy(FunctionId function, ByteReader in, NodeIdBase base) throws DecodeException {
        return false;
    }

    /** True if an answer tells that the module took the frame, even if its ACK did not come: a node would get the command twice. */
    default boolean mustNotRunTwice() {
        return false;
    }

    default void fail(LinkException reason) {
        result().completeExceptionally(reason);
    }

    /** A function without a response. */
    record Order(Command command, CompletableFuture<Void> result) implements Exchange {

        @Override
        public Owed delivered() {
            result.complete(null);
            return Owed.NOTHING;
        }

        @Override
        public Owed responded(ByteReader in, NodeIdBase base) {
            return Owed.NOTHING;
        }
    }

    /** A function with a response and no more. */
    record Request<R>(Call<R> command, CompletableFuture<R> result) implements Exchange {

        @Override
        public Owed delivered() {
            return Owed.RESPONSE;
        }

        @Override
        public Owed responded(ByteReader in, NodeIdBase base) throws DecodeException {
            result.complete(command.decodeResponse(in, base));
            return Owed.NOTHING;
        }
    }

    /** A transmission: response, then a callback with its funcID. */
    record Transmit(Transmission command, CompletableFuture<TransmitReport> result) implements Exchange {

        @Override
        public Owed delivered() {
            return Owed.RESPONSE;
        }

        @Override
        public Owed responded(ByteReader in, NodeIdBase base) throws DecodeException {
            if (command.decodeResponse(in, base)) {
                return Owed.CALLBACK;
            }
            return Owed.ANOTHER_TRY;
        }

        @Override
        public boolean mustNotRunTwice() {
            return true;
        }

        @Override
        public boolean endedBy(FunctionId function, ByteReader in, NodeIdBase base) throws DecodeException {
            if (function != command.function()) {
                return false;
            }
            TransmitReport report = TransmitReport.decode(in);
            return report.callbackId() == command.callbackId() && result.complete(report);
        }
    }

    /** A node asked for its information: response, then news of that node, or that none answered. */
    record NodeInfo(RequestNodeInfo command, CompletableFuture<Optional<NodeInformation>> result) implements Exchange {

        @Override
        public Owed delivered() {
            return Owed.RESPONSE;
        }

        @Override
        public Owed responded(ByteReader in, NodeIdBase base) throws DecodeException {
            if (command.decodeResponse(in, base)) {
                return Owed.CALLBACK;
            }
            result.complete(Optional.empty());
            return Owed.NOTHING;
        }

        @Override
        public boolean endedBy(FunctionId function, ByteReader in, NodeIdBase base) throws DecodeException {
            if (function != FunctionId.APPLICATION_UPDATE) {
                return false;
            }
            ApplicationUpdate update = ApplicationUpdate.decode(in, base);
            if (update instanceof ApplicationUpdate.NodeInfoRequestFailed) {
                return result.complete(Optional.empty());
            }
            return update instanceof ApplicationUpdate.NodeInfoReceived received
                    && received.information().nodeId() == command.nodeId()
                    && result.complete(Optional.of(received.information()));
        }
    }
}
