package org.lockcredentials.zwave;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.NodeInformation;
import org.lockcredentials.zwave.node.NodeDirectory;
import org.lockcredentials.zwave.node.NodeTraits;
import org.lockcredentials.zwave.serialapi.SerialApi;
import org.lockcredentials.zwave.serialapi.function.GetNodeProtocolInfo;
import org.lockcredentials.zwave.serialapi.function.NodeProtocolInfo;
import org.lockcredentials.zwave.transport.NodeKind;
import org.lockcredentials.zwave.transport.StickRadio;
import org.lockcredentials.zwave.transport.TransportException;

/** The nodes as the stick knows them. */
final class StickDirectory implements NodeDirectory {

    private final SerialApi stick;
    private final Actor actor;
    private final Duration deadline;

    StickDirectory(SerialApi stick, Actor actor, Duration deadline) {
        this.stick = stick;
        this.actor = actor;
        this.deadline = deadline;
    }

    @Override
    public CompletableFuture<NodeTraits> traits(int nodeId) {
        return stick.call(new GetNodeProtocolInfo(nodeId), deadline)
                .handleAsync(
                        (info, failure) -> {
                            if (failure != null) {
                                throw StickRadio.translated(failure);
                            }
                            return new NodeTraits(kind(info), info.generic());
                        },
                        actor);
    }

    @Override
    public CompletableFuture<NodeInformation> information(int nodeId) {
        return stick.requestNodeInfo(nodeId, deadline)
                .handleAsync(
                        (found, failure) -> {
                            if (failure != null) {
                                throw StickRadio.translated(failure);
                            }
                            return decode(nodeId, found);
                        },
                        actor);
    }

    private static NodeInformation decode(
            int nodeId, Optional<org.lockcredentials.zwave.serialapi.function.NodeInformation> found) {
        try {
            ByteWriter classes = new ByteWriter();
            found.orElseThrow(() -> unreachable(nodeId)).commandClasses().forEach(classes::u8);
            return NodeInformation.decode(ByteReader.of(classes.takeBytes()));
        } catch (DecodeException malformed) {
            throw unreachable(nodeId);
        }
    }

    private static TransportException unreachable(int nodeId) {
        return new TransportException(
                TransportException.Kind.UNREACHABLE, "node " + nodeId + " does not tell what it is");
    }

    private static NodeKind kind(NodeProtocolInfo info) {
        if (info.isListening()) {
            return NodeKind.LISTENING;
        }
        return info.isListeningEvery1000Ms() || info.isListeningEvery250Ms()
                ? NodeKind.FREQUENTLY_LISTENING
                : NodeKind.SLEEPING;
    }
}
