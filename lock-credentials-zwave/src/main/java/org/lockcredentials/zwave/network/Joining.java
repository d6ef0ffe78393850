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

/**
 * What follows once a node has its id: keys, acquaintance, first settings. From its id to its keys the node is noted as broken, so that
 * no end of this host, whenever it comes, leaves a lock that is spoken to in the clear.
 */
final class Joining {

    private final KeyHandover keys;
    private final Household household;
    private final JoinNotes notes;
    private final FirstSettings settings;
    private final Attendant attendant;
    private Optional<KeyHandover.Handover> handover = Optional.empty();
    private boolean cancelled;

    Joining(KeyHandover keys, Household household, JoinNotes notes, FirstSettings settings, Attendant attendant) {
        this.keys = keys;
        this.household = household;
        this.notes = notes;
        this.settings = settings;
        this.attendant = attendant;
    }

    /** The node has just got its id. */
    void expect(int nodeId) {
        household.expect(nodeId);
        notes.broken(nodeId, InclusionStage.FINISH);
        attendant.step(new InclusionStep.Joined(nodeId));
    }

    /** Gives up unless the node has its keys. */
    void cancel() {
        cancelled = true;
        handover.ifPresent(KeyHandover.Handover::cancel);
    }

    /** Completes with the node, or with an {@link InclusionFailure}. */
    CompletableFuture<ZWaveNode> run(Newcomer newcomer) {
        int nodeId = newcomer.nodeId();
        if (cancelled) {
            return failed(nodeId, InclusionStage.FINISH, Why.CANCELLED);
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
            return settings.make(household.root(nodeId), classes).thenCompose(made -> household.admit(nodeId, known));
        });
    }

    private <T> CompletableFuture<T> failed(int nodeId, InclusionStage stage, Why why) {
        notes.broken(nodeId, stage);
        household.keepOut(nodeId);
        return CompletableFuture.failedFuture(new InclusionFailure(stage, why, OptionalInt.of(nodeId)));
    }

    /** The stages of an inclusion include those of the key exchange under their own names. */
    static InclusionStage stage(BootstrapStep step) {
        return InclusionStage.valueOf(step.name());
    }

    private static Why why(HandoverException broken) {
        return switch (broken.reason()) {
            case TIMEOUT -> Why.TIMEOUT;
            case CANCELLED -> Why.CANCELLED;
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
            attendant.step(new InclusionStep.ExchangingKeys(nodeId, stage(step)));
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
