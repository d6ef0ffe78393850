package org.lockcredentials.matter.interaction;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.exchange.Received;

/** Takes a report with all its chunks, each of which is answered before the node sends the next (8.4.3.3). */
final class Reports {

    /** A node has some hundreds of attributes; more than this is an attack or a defect. */
    private static final int MAX_SIZE = 100_000;

    private static final StatusResponse SUCCESS = new StatusResponse(Status.SUCCESS);

    private final Dialogue dialogue;
    private final Duration processing;
    private final ReportedData.Builder told = new ReportedData.Builder();

    Reports(Dialogue dialogue, Duration processing) {
        this.dialogue = dialogue;
        this.processing = processing;
    }

    /** What was told, once the last chunk is there; that one is not answered yet. */
    record Whole(ReportData last, ReportedData data) {}

    CompletableFuture<Whole> take(Received received) {
        return take(Answers.expect(ReportData.class, received));
    }

    CompletableFuture<Whole> take(ReportData chunk) {
        told.add(chunk);
        if (told.size() > MAX_SIZE) {
            dialogue.conclude(new StatusResponse(Status.of(Status.Code.RESOURCE_EXHAUSTED)));
            throw new ChannelException(Kind.PROTOCOL, "a report of more than " + MAX_SIZE + " elements");
        }
        if (chunk.moreChunks()) {
            return dialogue.request(SUCCESS, processing).thenCompose(this::take);
        }
        return CompletableFuture.completedFuture(new Whole(chunk, told.build()));
    }

    /** Answers the last chunk, where that is wanted, and says nothing more. */
    void conclude(Whole whole) {
        if (whole.last().suppressResponse()) {
            dialogue.close();
        } else {
            dialogue.conclude(SUCCESS);
        }
    }
}
