package org.lockcredentials.matter;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.commissioning.CommissionedNode;
import org.lockcredentials.matter.commissioning.Commissioner;
import org.lockcredentials.matter.commissioning.CommissioningTarget;
import org.lockcredentials.matter.commissioning.NodeSettings;
import org.lockcredentials.matter.setup.SetupPayload;

/** One device on its way into the fabric, by its setup code. */
record Admission(Commissioner commissioner, ZoneId zone, CommissioningRequest request) {

    /** Completes with the number of the node, once it is known what became of it. @param cancelled true calls it off before its next step */
    CompletableFuture<Long> run(BooleanSupplier cancelled) {
        NodeSettings settings = settings();
        SetupPayload payload = payload();
        CommissioningTarget target = CommissioningTarget.of(payload);
        return commissioner
                .commission(
                        request.address().map(target::at).orElse(target),
                        settings,
                        step -> request.progress().accept(step.name()),
                        cancelled)
                .thenApply(CommissionedNode::nodeId)
                .whenComplete((node, failure) -> payload.close());
    }

    private SetupPayload payload() {
        try {
            List<SetupPayload> payloads = SetupPayload.decode(request.code());
            payloads.stream().skip(1).forEach(SetupPayload::close);
            if (payloads.size() > 1) {
                payloads.get(0).close();
                throw new LockCredentialException(
                        Reason.INVALID, "the code stands for several devices; take each one's own");
            }
            return payloads.get(0);
        } catch (DecodeException notACode) {
            throw new LockCredentialException(Reason.INVALID, String.valueOf(notACode.getMessage()), notACode);
        }
    }

    private NodeSettings settings() {
        try {
            NodeSettings settings = NodeSettings.in(zone);
            return request.label().map(settings::labelled).orElse(settings);
        } catch (IllegalArgumentException tooLong) {
            throw new LockCredentialException(Reason.INVALID, String.valueOf(tooLong.getMessage()), tooLong);
        }
    }
}
