package org.lockcredentials.zwave.network;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.Request;
import org.lockcredentials.zwave.command.version.CommandClassVersion;
import org.lockcredentials.zwave.transport.CommandChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said to a node that may not answer, and is not pressed: nothing here ever fails. */
record Questions(int id, CommandChannel channel) {

    private static final Logger log = LoggerFactory.getLogger(Questions.class);

    <R extends Command> CompletableFuture<Optional<R>> ask(Request<R> question) {
        return channel.get(question).thenApply(Optional::of).exceptionally(failure -> {
            log.debug("node {} does not answer {}: {}", id, question.type(), failure.getMessage());
            return Optional.empty();
        });
    }

    CompletableFuture<Void> set(Command command) {
        return channel.set(command).handle((delivery, failure) -> {
            if (failure != null) {
                log.debug("node {} does not take {}: {}", id, command.type(), failure.getMessage());
            }
            return null;
        });
    }

    /** Whether the node has a command class in a version, or a later one; not if it does not tell. */
    CompletableFuture<Boolean> hasVersion(CommandClass commandClass, int version) {
        return ask(new CommandClassVersion.Get(commandClass.id()))
                .thenApply(report ->
                        report.filter(found -> found.version() >= version).isPresent());
    }
}
