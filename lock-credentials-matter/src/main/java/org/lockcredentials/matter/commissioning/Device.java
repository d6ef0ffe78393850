package org.lockcredentials.matter.commissioning;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.interaction.AttributeData;
import org.lockcredentials.matter.interaction.AttributePath;
import org.lockcredentials.matter.interaction.InteractionClient;
import org.lockcredentials.matter.interaction.Wanted;
import org.lockcredentials.matter.node.CommandCall;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.timekeeping.ClockSetting;

/** The device at the other end of a session, asked at endpoint 0. Used by tasks of the controller's actor only. */
record Device(SecureSession session, InteractionClient client) implements ClockSetting.Line {

    @Override
    public <R> CompletableFuture<R> invoke(Command<R> command) {
        CommandCall<R> call = new CommandCall<>(command, 0);
        return call.run(client).whenComplete((answer, failure) -> call.wipe());
    }

    @Override
    public CompletableFuture<Attributes> read(List<AttributePath> paths) {
        return read(Wanted.attributes(paths));
    }

    CompletableFuture<Attributes> read(Wanted wanted) {
        return client.read(wanted).thenApply(data -> new Attributes(data.attributes()));
    }

    CompletableFuture<Void> write(AttributeData data) {
        return client.write(List.of(data), Optional.empty());
    }
}
