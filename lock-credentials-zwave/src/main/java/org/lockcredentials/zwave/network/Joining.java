package org.lockcredentials.zwave.network;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.NodeInformation;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.security2.KexFailType;
import org.lockcredentials.zwave.inclusion.InclusionFailure;
import org.lockcredentials.zwave.inclusion.InclusionFailure.Why;
import org.lockcredentials.zwave.inclusion.InclusionStage;
import org.lockcredentials.zwave.inclusion.InclusionStep;
import org.lockcredentials.zwave.inclusion.ZWaveNode;
import org.lockcredentials.zwave.node.KnownEndpoint;
import org.lockcredentials.zwave.node.KnownNode;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.security.bootstrap.BootstrapStep;
import org.lockcredentials.zwave.security.bootstrap.HandoverException;
import org.lockcredentials.zwave.security.bootstrap.JoinGuide;
import org.lockcredentials.zwave.security.bootstrap.JoinedNode;
import org.lockcredentials.zwave.security.bootstrap.KeyHandover;
import org.lockcredentials.zwave.transport.TransportException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows once a node has its id: keys, acquaintance, first settings. From its id to its keys the node is noted as broken, so that
 * no end of this host, whenever it comes, leaves a lock that is spoken to in the clear.
 */
final class Joining {

    private static final Logger log = LoggerFactory.getLogger(Joining.class);

    private final KeyHandover keys;
    private final Household household;
    private final JoinNotes notes;
    private final FirstSettings settings;
    private final Attendant attendant;
    private Optional<KeyHandover.Handover> handover = Optional.empty();
    private Optional<Why> ended = Optional.empty();
    private Optional<RuntimeException> unnoted = Optional.empty();
    private InclusionStage stage = InclusionStage.FINISH;

    Joining(KeyHandover keys, Household household, JoinNotes notes, FirstSettings settings, Attendant attendant) {
        this.keys = keys;
        this.household = household;
        this.notes = notes;
        this.settings = settings;
        this.attendant = attendant;
    }

    /** The node has just got its id. */
    void expect(int nodeId) {
        try {
            household.expect(nodeId);
            notes.broken(nodeId, InclusionStage.FINISH);
        } catch (RuntimeException refused) {
            unnoted = Optional.of(refused);
        }
        attendant.step(new InclusionStep.Joined(nodeId));
    }

    /** Gives up unless the node has its keys. */
    void end(Why why) {
        ended = ended.or(() -> Optional.of(why));
        handover.ifPresent(KeyHandover.Handover::cancel);
    }

    /** The stick broke off, and has left a node in the network. */
    void broken(InclusionFailure failure) {
        failure.nodeId().ifPresent(nodeId -> keepOut(nodeId, failure.stage()));
    }

    /** Completes with the node, or with an {@link InclusionFailure}. */
    CompletableFuture<ZWaveNode> run(Newcomer newcomer) {
        int nodeId = newcomer.nodeId();
        return join(newcomer).exceptionallyCompose(failure -> {
            Throwable cause = TransportException.cause(failure);
            return cause instanceof InclusionFailure
                    ? CompletableFuture.failedFuture(cause)
                    : failed(nodeId, stage, StickControl.why(cause), Optional.of(cause));
        });
    }

    private CompletableFuture<ZWaveNode> join(Newcomer newcomer) {
        int nodeId = newcomer.nodeId();
        if (unnoted.isPresent()) {
            return CompletableFuture.failedFuture(unnoted.get());
        }
        if (ended.isPresent()) {
            return failed(nodeId, InclusionStage.FINISH, ended.get());
        }
        return information(newcomer)
                .thenCompose(information -> handOver(newcomer, information)
                        .thenCompose(granted -> granted.isEmpty() && !attendant.allowsInsecure()
                                ? failed(nodeId, InclusionStage.SECURITY, Why.NOT_ALLOWED)
                                : settle(nodeId, information, granted)));
    }

    private CompletableFuture<Set<Integer>> information(Newcomer newcomer) {
        if (newcomer.information().isPresent()) {
            return CompletableFuture.completedFuture(
                    supported(newcomer.information().get().commandClasses()));
        }
        return household
                .information(newcomer.nodeId())
                .thenApply(NodeInformation::supported)
                .exceptionallyCompose(silent -> failed(newcomer.nodeId(), InclusionStage.FINISH, Why.TIMEOUT));
    }

    private static Set<Integer> supported(List<Integer> commandClasses) {
        ByteWriter out = new ByteWriter();
        commandClasses.forEach(out::u8);
        try {
            return NodeInformation.decode(ByteReader.of(out.takeBytes())).supported();
        } catch (DecodeException cutOff) {
            // Half an extended command class at the end; what stands before it is good.
            return new LinkedHashSet<>(commandClasses);
        }
    }

    private CompletableFuture<Set<SecurityClass>> handOver(Newcomer newcomer, Set<Integer> commandClasses) {
        int nodeId = newcomer.nodeId();
        JoinedNode joined = new JoinedNode(nodeId, commandClasses, newcomer.controller(), newcomer.isLongRange());
        KeyHandover.Handover begun = keys.hand(joined, new Guide(nodeId));
        handover = Optional.of(begun);
        return begun.granted()
                .exceptionallyCompose(failure -> TransportException.cause(failure) instanceof HandoverException broken
                        ? failed(nodeId, stage(broken.step()), why(broken))
                        : failed(nodeId, InclusionStage.KEX_REPORT, StickControl.why(failure)));
    }

    private CompletableFuture<ZWaveNode> settle(int nodeId, Set<Integer> commandClasses, Set<SecurityClass> granted) {
        notes.granted(nodeId, granted);
        household.secured(nodeId, granted);
        attendant.step(new InclusionStep.Secured(nodeId, granted));
        attendant.step(new InclusionStep.GettingToKnow(nodeId));
        return household.getToKnow(nodeId).thenCompose(known -> {
            attendant.step(new InclusionStep.SettingUp(nodeId));
            Set<Integer> classes = new LinkedHashSet<>(commandClasses);
            known.map(KnownNode::locks).orElse(List.of()).stream()
                    .map(KnownEndpoint::classes)
                    .forEach(classes::addAll);
            return settings.make(nodeId, household.root(nodeId), classes)
                    .thenCompose(made -> household.admit(nodeId, known));
        });
    }

    private <T> CompletableFuture<T> failed(int nodeId, InclusionStage at, Why why) {
        return failed(nodeId, at, why, Optional.empty());
    }

    private <T> CompletableFuture<T> failed(int nodeId, InclusionStage at, Why why, Optional<Throwable> cause) {
        keepOut(nodeId, at);
        InclusionFailure failure = new InclusionFailure(at, why, OptionalInt.of(nodeId));
        cause.ifPresent(failure::initCause);
        return CompletableFuture.failedFuture(failure);
    }

    /** A store that refuses is often why: what it holds since the node got its id says that it is broken as well. */
    private void keepOut(int nodeId, InclusionStage at) {
        for (Runnable each : List.<Runnable>of(() -> notes.broken(nodeId, at), () -> household.keepOut(nodeId))) {
            try {
                each.run();
            } catch (RuntimeException refused) {
                log.warn("that node {} broke at {} cannot be kept: {}", nodeId, at, refused.getMessage());
            }
        }
    }

    /** The stages of an inclusion include those of the key exchange under their own names. */
    static InclusionStage stage(BootstrapStep step) {
        return InclusionStage.valueOf(step.name());
    }

    private Why why(HandoverException broken) {
        return switch (broken.reason()) {
            case TIMEOUT -> Why.TIMEOUT;
            case CANCELLED -> ended.orElse(Why.CANCELLED);
            case UNREADABLE -> Why.WRONG_KEY;
            case CLIENT_SIDE_AUTHENTICATION -> Why.UNSUPPORTED;
            case INVALID -> broken.step() == BootstrapStep.DSK ? Why.WRONG_KEY : Why.INVALID;
            case NODE_GAVE_UP ->
                broken.kexFail().filter(KexFailType.DECRYPT::equals).isPresent() ? Why.WRONG_KEY : Why.NODE_GAVE_UP;
        };
    }

    private final class Guide implements JoinGuide {

        private final int nodeId;

        Guide(int nodeId) {
            this.nodeId = nodeId;
        }

        @Override
        public void step(BootstrapStep step) {
            stage = stage(step);
            attendant.step(new InclusionStep.ExchangingKeys(nodeId, stage));
        }

        @Override
        public CompletableFuture<Set<SecurityClass>> grant(Set<SecurityClass> requested) {
            return attendant.grant(requested);
        }

        @Override
        public CompletableFuture<Dsk> confirm(Octets shown) {
            return attendant.confirm(shown);
        }
    }
}
