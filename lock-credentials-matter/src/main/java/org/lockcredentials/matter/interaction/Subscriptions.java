package org.lockcredentials.matter.interaction;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.Exchange;
import org.lockcredentials.matter.exchange.ExchangeHandler;
import org.lockcredentials.matter.exchange.ExchangeManager;
import org.lockcredentials.matter.exchange.Received;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.session.PeerNode;
import org.lockcredentials.matter.session.SecureSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All subscriptions of a controller: takes the reports that nodes send on their own, and refuses those that nobody wants any more, so that the
 * node ends them (8.5). Used by tasks of the controller's actor only.
 */
public final class Subscriptions implements ExchangeHandler {

    private static final Logger log = LoggerFactory.getLogger(Subscriptions.class);

    /** A node between the chunks of a report is awake. */
    private static final Duration PROCESSING = Exchange.PROCESSING;

    private final Actor actor;
    private final Map<Key, Subscription> standing = new HashMap<>();
    private final Map<PeerNode, CompletableFuture<Subscription>> asked = new HashMap<>();

    /** Nodes number their subscriptions on their own. */
    private record Key(PeerNode node, long subscription) {}

    Subscriptions(Actor actor) {
        this.actor = actor;
    }

    /** Has reports of nodes come here from now on. */
    public static Subscriptions over(ExchangeManager exchanges) {
        Subscriptions subscriptions = new Subscriptions(exchanges.actor());
        exchanges.handle(ProtocolId.INTERACTION_MODEL, subscriptions);
        return subscriptions;
    }

    /**
     * Subscribes. Completes when the subscription stands, after {@code listener} was told what things are like; fails as
     * {@link InteractionClient} does.
     *
     * @param node at the other end of the client's session
     */
    public CompletableFuture<Subscription> subscribe(
            InteractionClient client, PeerNode node, SubscribeRequest request, SubscriptionListener listener) {
        CompletableFuture<Subscription> subscribed = client.subscribe(request, listener::reported)
                .thenApply(terms -> {
                    Key key = new Key(node, terms.subscription());
                    Optional.ofNullable(standing.get(key)).ifPresent(Subscription::close);
                    Subscription subscription = new Subscription(terms, actor, listener, () -> standing.remove(key));
                    standing.put(key, subscription);
                    return subscription;
                });
        asked.put(node, subscribed);
        subscribed.whenComplete((done, failure) -> asked.remove(node, subscribed));
        return subscribed;
    }

    @Override
    public void opened(Exchange exchange, Received first) {
        Optional<PeerNode> node =
                exchange.session() instanceof SecureSession session ? session.node() : Optional.empty();
        opened(new ExchangeDialogue(exchange), node, first);
    }

    void opened(Dialogue dialogue, Optional<PeerNode> node, Received first) {
        try {
            ReportData report = Answers.expect(ReportData.class, first);
            Optional<CompletableFuture<Subscription>> underWay =
                    node.map(asked::get).filter(subscribed -> find(node, report).isEmpty());
            if (underWay.isPresent()) {
                // Its terms may still be on their way, while it reports already.
                underWay.get().whenComplete((done, failure) -> answer(dialogue, find(node, report), report));
            } else {
                answer(dialogue, find(node, report), report);
            }
        } catch (ChannelException | InteractionException unexpected) {
            log.debug("a node began to say what is no report: {}", unexpected.getMessage());
            dialogue.conclude(new StatusResponse(Status.of(Status.Code.INVALID_ACTION)));
        }
    }

    private Optional<Subscription> find(Optional<PeerNode> node, ReportData report) {
        return node.flatMap(from ->
                report.subscription().flatMap(id -> Optional.ofNullable(standing.get(new Key(from, id)))));
    }

    private static void answer(Dialogue dialogue, Optional<Subscription> subscription, ReportData report) {
        if (subscription.isEmpty()) {
            dialogue.conclude(new StatusResponse(Status.of(Status.Code.INVALID_SUBSCRIPTION)));
        } else {
            take(dialogue, subscription.get(), report);
        }
    }

    private static void take(Dialogue dialogue, Subscription subscription, ReportData report) {
        subscription.heard();
        Reports reports = new Reports(dialogue, PROCESSING);
        Answers.closing(dialogue, reports.take(report)).whenComplete((whole, failure) -> {
            if (failure == null) {
                reports.conclude(whole);
                subscription.reported(whole.data());
            } else {
                log.debug("a report broke off: {}", failure.getMessage());
            }
        });
    }
}
