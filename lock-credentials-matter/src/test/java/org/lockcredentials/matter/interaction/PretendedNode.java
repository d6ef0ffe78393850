package org.lockcredentials.matter.interaction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.exchange.Exchange;
import org.lockcredentials.matter.exchange.ExchangeHandler;
import org.lockcredentials.matter.exchange.Received;
import org.lockcredentials.matter.exchange.TestNode;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.session.Session;
import org.lockcredentials.matter.tlv.TlvElement;

/** A node's side of subscriptions (8.5), at one end of a network that the test owns: it takes each, and reports when the test says so. */
public final class PretendedNode implements ExchangeHandler {

    /** What it tells of itself. */
    public static final AttributePath ATTRIBUTE = AttributePath.of(1, 0x101, 0);

    private static final Duration PROCESSING = Duration.ofSeconds(5);

    /** What it was asked, in order. */
    public final List<SubscribeRequest> asked = new ArrayList<>();

    /** The terms that it gives. */
    public Duration maxInterval = Duration.ofMinutes(1);

    /** True while it has no room for a subscription. */
    public boolean refuses;

    private final TestNode at;
    private long last;
    private int value;
    private List<EventData> remembered = List.of();
    private Session session;

    public PretendedNode(TestNode at) {
        this.at = at;
        at.exchanges.handle(ProtocolId.INTERACTION_MODEL, this);
    }

    /** The number of the subscription that it took last. */
    public long subscription() {
        return last;
    }

    /** It is somewhere else, and numbers go on there. */
    PretendedNode numberedAs(PretendedNode other) {
        last = other.last - 1;
        return this;
    }

    @Override
    public void opened(Exchange exchange, Received first) {
        SubscribeRequest request = (SubscribeRequest) read(first);
        asked.add(request);
        session = exchange.session();
        if (refuses) {
            StatusResponse refusal = new StatusResponse(Status.of(Status.Code.RESOURCE_EXHAUSTED));
            exchange.send(refusal.opcode(), refusal.encode());
            exchange.close();
            return;
        }
        long id = ++last;
        ReportData priming = report(id, List.of(told()), remembered, false);
        exchange.request(priming.opcode(), priming.encode(), PROCESSING).thenAccept(taken -> {
            SubscribeResponse terms = new SubscribeResponse(id, maxInterval);
            exchange.send(terms.opcode(), terms.encode());
            exchange.close();
        });
    }

    /** It remembers these events, of which it tells whoever subscribes. */
    public void primes(EventData... events) {
        remembered = List.of(events);
    }

    /** It is there. */
    public CompletableFuture<Status> keepAlive() {
        return tell(report(last, List.of(), List.of(), false));
    }

    /** Its attribute has another value. */
    public CompletableFuture<Status> change(int to) {
        value = to;
        return tell(report(last, List.of(told()), List.of(), false));
    }

    /** Events happened. */
    public CompletableFuture<Status> happens(EventData... events) {
        return tell(report(last, List.of(), List.of(events), false));
    }

    /** A subscription that it should have forgotten. */
    CompletableFuture<Status> change(long subscription) {
        return tell(report(subscription, List.of(told()), List.of(), false));
    }

    /** Begins a report, and never says the rest of it. */
    CompletableFuture<Status> breaksOff() {
        return tell(report(last, List.of(told()), List.of(), true));
    }

    /** Completes with the answer. */
    private CompletableFuture<Status> tell(ReportData report) {
        Exchange exchange = at.exchanges.open(session, ProtocolId.INTERACTION_MODEL);
        return exchange.request(report.opcode(), report.encode(), PROCESSING)
                .thenApply(answer -> ((StatusResponse) read(answer)).status())
                .whenComplete((status, failure) -> exchange.close());
    }

    private AttributeData told() {
        return new AttributeData(Optional.empty(), ATTRIBUTE, new TlvElement.UnsignedInt(value));
    }

    private static ReportData report(long id, List<AttributeData> attributes, List<EventData> events, boolean more) {
        return new ReportData(Optional.of(id), attributes, List.of(), events, more, false);
    }

    private static InteractionMessage read(Received received) {
        try {
            return InteractionMessage.decode(received.opcode(), received.payload());
        } catch (DecodeException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
