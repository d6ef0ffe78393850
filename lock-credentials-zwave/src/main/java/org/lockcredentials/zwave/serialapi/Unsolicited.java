package org.lockcredentials.zwave.serialapi;

import java.util.Optional;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.frame.DataFrame;
import org.lockcredentials.zwave.serialapi.function.AddNode;
import org.lockcredentials.zwave.serialapi.function.ApplicationCommand;
import org.lockcredentials.zwave.serialapi.function.ApplicationUpdate;
import org.lockcredentials.zwave.serialapi.function.FailedNode;
import org.lockcredentials.zwave.serialapi.function.FunctionId;
import org.lockcredentials.zwave.serialapi.function.NodeIdBase;
import org.lockcredentials.zwave.serialapi.function.RemoveNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where requests of the module go that answer no exchange (INS12350 §6.5.1). */
final class Unsolicited {

    private static final Logger log = LoggerFactory.getLogger(Unsolicited.class);

    private final SerialApi.Listener listener;
    private final Runnable started;

    Unsolicited(SerialApi.Listener listener, Runnable started) {
        this.listener = listener;
        this.started = started;
    }

    void route(DataFrame frame, NodeIdBase base) throws DecodeException {
        Optional<FunctionId> function = FunctionId.of(frame.function());
        if (function.isEmpty()) {
            return;
        }
        ByteReader in = ByteReader.of(frame.parameters());
        switch (function.get()) {
            case STARTED -> started.run();
            case APPLICATION_COMMAND_HANDLER -> command(ApplicationCommand.decode(in, base));
            case APPLICATION_COMMAND_HANDLER_BRIDGE -> command(ApplicationCommand.decodeBridge(in, base));
            case APPLICATION_UPDATE -> listener.nodeUpdated(ApplicationUpdate.decode(in, base));
            case ADD_NODE_TO_NETWORK -> listener.adding(AddNode.Status.decode(in, base));
            case REMOVE_NODE_FROM_NETWORK -> listener.removing(RemoveNode.Status.decode(in, base));
            case REMOVE_FAILED_NODE, REPLACE_FAILED_NODE -> listener.failedNode(FailedNode.Status.decode(in));
            // The second callback of a function that ran twice ends here too.
            default -> log.debug("dropped {} that nobody waits for", function.get());
        }
    }

    private void command(ApplicationCommand command) {
        if (!command.rxStatus().isForeign()) {
            listener.commandReceived(command);
        }
    }
}
