package org.lockcredentials.matter.interaction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.exchange.Exchange;
import org.lockcredentials.matter.exchange.ExchangeManager;
import org.lockcredentials.matter.exchange.Received;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.session.SecureSession;

/**
 * The client's side of interactions in one session (8.4 to 8.8).
 *
 * <p>Used by tasks of the controller's actor only; futures complete there. They fail with {@link InteractionException} if the node refuses, with
 * {@link UnsentException} if it is certain that a command or write was not sent, and with {@link ChannelException} if the answer is lost or is
 * none (PROTOCOL).
 */
public final class InteractionClient {

    private final Supplier<Dialogue> dialogues;
    private final LongSupplier nanoTime;
    private final Duration delivery;

    /** @param delivery how long a message may take until it is at the node, or is given up */
    InteractionClient(Supplier<Dialogue> dialogues, LongSupplier nanoTime, Duration delivery) {
        this.dialogues = dialogues;
        this.nanoTime = nanoTime;
        this.delivery = delivery;
    }

    public static InteractionClient over(ExchangeManager exchanges, SecureSession session) {
        return new InteractionClient(
                () -> new ExchangeDialogue(exchanges.open(session, ProtocolId.INTERACTION_MODEL)),
                exchanges.actor()::nanoTime,
                exchanges.longestDelivery(session));
    }

    /** Completes with all that the node told, in as many messages as it took. */
    public CompletableFuture<ReportedData> read(Wanted wanted) {
        Dialogue dialogue = dialogues.get();
        Reports reports = new Reports(dialogue, Exchange.PROCESSING);
        return Answers.closing(
                dialogue,
                dialogue.request(new ReadRequest(wanted), Exchange.PROCESSING)
                        .thenCompose(reports::take)
                        .thenApply(whole -> {
                            reports.conclude(whole);
                            return whole.data();
                        }));
    }

    /**
     * Writes attributes in order; completes without a value when the node took each of them, else fails with the status of the first that it did not.
     *
     * @param timed as in {@link Invocation}
     */
    public CompletableFuture<Void> write(List<AttributeData> writes, Optional<Duration> timed) {
        Dialogue dialogue = dialogues.get();
        CompletableFuture<List<AttributeStatus>> statuses = prepare(dialogue, timed)
                .thenCompose(ready -> write(dialogue, WriteChunks.of(writes, timed.isPresent()), new ArrayList<>()));
        return Answers.closing(dialogue, statuses.thenAccept(all -> {
            dialogue.close();
            all.stream()
                    .map(AttributeStatus::status)
                    .filter(status -> !status.status().isSuccess())
                    .findFirst()
                    .ifPresent(status -> {
                        throw new InteractionException(status);
                    });
        }));
    }

    private static CompletableFuture<List<AttributeStatus>> write(
            Dialogue dialogue, List<WriteRequest> chunks, List<AttributeStatus> statuses) {
        return dialogue.request(chunks.get(0), Exchange.PROCESSING).thenCompose(answer -> {
            statuses.addAll(Answers.expect(WriteResponse.class, answer).statuses());
            return chunks.size() == 1
                    ? CompletableFuture.completedFuture(statuses)
                    : write(dialogue, chunks.subList(1, chunks.size()), statuses);
        });
    }

    /**
     * Has a command done; once more after a timed request if the node says that it wants one. A command that the node got after its window had passed counts as not
     * sent.
     *
     * @return the answering command; empty if the answer is that it went well
     */
    public CompletableFuture<Optional<CommandData>> invoke(Invocation invocation) {
        CompletableFuture<Optional<CommandData>> first = invokeOnce(invocation);
        if (invocation.timed().isPresent()) {
            return first;
        }
        return first.exceptionallyCompose(failure ->
                isCalledTimed(failure) ? invokeOnce(invocation.whenTimed()) : CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<Optional<CommandData>> invokeOnce(Invocation asked) {
        Invocation invocation = asked.openFor(delivery);
        Dialogue dialogue = dialogues.get();
        CommandData command = new CommandData(invocation.path(), invocation.fields(), Optional.empty());
        InvokeRequest request = new InvokeRequest(invocation.timed().isPresent(), List.of(command));
        long since = nanoTime.getAsLong();
        return Answers.closing(
                dialogue,
                prepare(dialogue, invocation.timed())
                        .thenCompose(ready -> dialogue.request(request, invocation.processing()))
                        .thenApply(received -> {
                            Duration taken = Duration.ofNanos(nanoTime.getAsLong() - since);
                            Optional<CommandData> answer =
                                    answer(response(received, invocation, taken), invocation.path());
                            dialogue.close();
                            return answer;
                        }));
    }

    /** A node refuses what comes too late as a whole (8.8): with UNSUPPORTED_ACCESS, or with TIMEOUT as matter.js does. */
    private static InvokeResponse response(Received received, Invocation invocation, Duration taken) {
        try {
            return Answers.expect(InvokeResponse.class, received);
        } catch (InteractionException refused) {
            boolean late = invocation
                    .timed()
                    .filter(window -> taken.compareTo(window) > 0)
                    .isPresent();
            if (late && (refused.is(Status.Code.UNSUPPORTED_ACCESS) || refused.is(Status.Code.TIMEOUT))) {
                throw new UnsentException(
                        new ChannelException(Kind.TIMEOUT, "the command came to the node after its window had passed"));
            }
            throw refused;
        }
    }

    private static Optional<CommandData> answer(InvokeResponse response, CommandPath path) {
        for (CommandStatus status : response.statuses()) {
            if (!status.status().status().isSuccess()) {
                throw new InteractionException(status.status());
            }
        }
        for (CommandData command : response.commands()) {
            if (command.path().endpoint() == path.endpoint() && command.path().cluster() == path.cluster()) {
                return Optional.of(command);
            }
        }
        if (response.statuses().isEmpty()) {
            throw new ChannelException(Kind.PROTOCOL, "an answer to another command, or to none");
        }
        return Optional.empty();
    }

    /** Subscribes; completes with the node's terms, after it told what things are like now, which {@code first} is handed. */
    CompletableFuture<SubscribeResponse> subscribe(SubscribeRequest request, Consumer<ReportedData> first) {
        Dialogue dialogue = dialogues.get();
        Reports reports = new Reports(dialogue, Exchange.PROCESSING);
        return Answers.closing(
                dialogue,
                dialogue.request(request, Exchange.PROCESSING)
                        .thenCompose(reports::take)
                        .thenCompose(whole -> {
                            first.accept(whole.data());
                            return dialogue.request(new StatusResponse(Status.SUCCESS), Exchange.PROCESSING);
                        })
                        .thenApply(received -> {
                            dialogue.close();
                            return Answers.expect(SubscribeResponse.class, received);
                        }));
    }

    /** Completes when a timed request was taken, or at once where none is wanted. */
    private static CompletableFuture<?> prepare(Dialogue dialogue, Optional<Duration> timed) {
        if (timed.isEmpty()) {
            return CompletableFuture.completedFuture(timed);
        }
        return dialogue.request(new TimedRequest(timed.get()), Exchange.PROCESSING)
                .thenAccept(Answers::expectSuccess)
                .exceptionally(failure -> {
                    Throwable cause = cause(failure);
                    throw cause instanceof InteractionException refused ? refused : new UnsentException(cause);
                });
    }

    private static boolean isCalledTimed(Throwable failure) {
        return cause(failure) instanceof InteractionException refused
                && refused.is(Status.Code.NEEDS_TIMED_INTERACTION);
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
