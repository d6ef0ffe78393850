package org.lockcredentials.matter.commissioning;

import java.util.concurrent.RejectedExecutionException;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.matter.cluster.generalcommissioning.CommissioningError;
import org.lockcredentials.matter.cluster.generalcommissioning.CommissioningResponse;
import org.lockcredentials.matter.cluster.operationalcredentials.NocResponse;
import org.lockcredentials.matter.cluster.operationalcredentials.NodeOperationalCertStatus;
import org.lockcredentials.matter.commissioning.CommissioningException.Kind;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.interaction.InteractionException;
import org.lockcredentials.matter.interaction.Status;
import org.lockcredentials.matter.interaction.UnsentException;
import org.lockcredentials.matter.node.NodeException;
import org.lockcredentials.matter.node.NodeFailures;

/** Says of a step's failure why it failed. */
final class Refusals {

    private Refusals() {}

    static void check(CommissioningStep step, CommissioningResponse response) {
        if (response.error() == CommissioningError.BUSY_WITH_OTHER_ADMIN) {
            throw new CommissioningException(Kind.WINDOW_CLOSED, step, "somebody else commissions the device");
        }
        if (response.error() != CommissioningError.OK) {
            throw new CommissioningException(Kind.REFUSED, step, "the device answered " + response.error());
        }
    }

    static void check(CommissioningStep step, NocResponse response) {
        NodeOperationalCertStatus status = response.status();
        if (status != NodeOperationalCertStatus.OK) {
            Kind kind = switch (status) {
                case TABLE_FULL -> Kind.FULL;
                case FABRIC_CONFLICT -> Kind.FABRIC_PRESENT;
                case INVALID_NOC, INVALID_PUBLIC_KEY, INVALID_NODE_OP_ID -> Kind.SECURITY;
                default -> Kind.REFUSED;
            };
            throw new CommissioningException(kind, step, "the device answered " + status);
        }
    }

    static CommissioningException of(CommissioningStep step, Throwable failure) {
        Throwable cause = NodeFailures.cause(failure);
        if (cause instanceof CommissioningException known) {
            return known;
        }
        if (cause instanceof UnsentException && cause.getCause() != null) {
            return of(step, cause.getCause());
        }
        return new CommissioningException(kind(step, cause), step, String.valueOf(cause.getMessage()), cause);
    }

    private static Kind kind(CommissioningStep step, Throwable cause) {
        if (cause instanceof AttestationRefusedException) {
            return Kind.ATTESTATION_REFUSED;
        }
        if (cause instanceof InteractionException refused) {
            return refused.is(Status.Code.RESOURCE_EXHAUSTED) ? Kind.FULL : Kind.REFUSED;
        }
        if (cause instanceof NodeException node) {
            return node.kind() == NodeException.Kind.MALFORMED ? Kind.MALFORMED : Kind.UNREACHABLE;
        }
        if (cause instanceof ChannelException channel) {
            return switch (channel.kind()) {
                case WRONG_PASSCODE -> Kind.WRONG_PASSCODE;
                case UNTRUSTED, NO_SHARED_ROOT -> Kind.SECURITY;
                case PROTOCOL -> Kind.MALFORMED;
                case CLOSED -> Kind.CLOSED;
                case REFUSED, BUSY -> step == CommissioningStep.PASSCODE ? Kind.WINDOW_CLOSED : Kind.UNREACHABLE;
                case TIMEOUT, SESSION_CLOSED, UNSENT -> Kind.UNREACHABLE;
            };
        }
        return cause instanceof LockCredentialException || cause instanceof RejectedExecutionException
                ? Kind.CLOSED
                : Kind.MALFORMED;
    }
}
