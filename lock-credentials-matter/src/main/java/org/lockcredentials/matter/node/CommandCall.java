package org.lockcredentials.matter.node;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.interaction.CommandData;
import org.lockcredentials.matter.interaction.InteractionClient;
import org.lockcredentials.matter.interaction.Invocation;
import org.lockcredentials.matter.node.NodeException.Kind;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * A command on its way: its fields, which are wiped when it is over, and its answer.
 *
 * @param <R> the answer
 */
public final class CommandCall<R> {

    private final CommandType<R> type;
    private final TlvStructure fields;
    private final Invocation invocation;

    public CommandCall(Command<R> command, int endpoint) {
        this.type = command.type();
        this.fields = Tlv.tree(command::encode);
        Invocation plain = Invocation.of(type.at(endpoint), fields);
        this.invocation = type.timed() ? plain.whenTimed() : plain;
    }

    /** Has it done; fails as the client does, and as MALFORMED if the answer is none. */
    public CompletableFuture<R> run(InteractionClient client) {
        return client.invoke(invocation).thenApply(this::read);
    }

    /** Overwrites the fields. */
    public void wipe() {
        fields.wipe();
    }

    private R read(Optional<CommandData> answer) {
        if (!answer.map(data -> data.path().command()).equals(type.answer())) {
            throw new NodeException(Kind.MALFORMED, type + " was answered by what is no answer to it");
        }
        try {
            return type.fields().read(answer.map(CommandData::fields).orElseGet(() -> new TlvStructure(List.of())));
        } catch (DecodeException malformed) {
            throw new NodeException(Kind.MALFORMED, "the answer to " + type + " is malformed", malformed);
        }
    }
}
