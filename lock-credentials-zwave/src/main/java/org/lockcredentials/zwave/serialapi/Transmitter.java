package org.lockcredentials.zwave.serialapi;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.zwave.frame.LinkException;
import org.lockcredentials.zwave.serialapi.function.Payload;
import org.lockcredentials.zwave.serialapi.function.SendData;
import org.lockcredentials.zwave.serialapi.function.SendDataBridge;
import org.lockcredentials.zwave.serialapi.function.Transmission;
import org.lockcredentials.zwave.serialapi.function.TransmitOptions;
import org.lockcredentials.zwave.serialapi.function.TransmitReport;
import org.lockcredentials.zwave.serialapi.function.TransmitStatus;

/**
 * Sends commands to nodes with the variant of Send Data that suits the module, and once more after a jammed module was reset.
 *
 * <p>Touched by tasks of its actor only.
 */
final class Transmitter {

    /** A command on its way to a node. */
    record Outbound(int destination, Payload command, TransmitOptions options, Duration deadline) {}

    private final Session session;
    private final Exchanges exchanges;
    private int lastCallbackId;

    Transmitter(Session session, Exchanges exchanges) {
        this.session = session;
        this.exchanges = exchanges;
    }

    CompletableFuture<TransmitReport> send(Outbound outbound) {
        return transmit(outbound)
                .thenCompose(report ->
                        isJammed(report) ? afterJam(outbound, report) : CompletableFuture.completedFuture(report));
    }

    private CompletableFuture<TransmitReport> transmit(Outbound outbound) {
        return session.identity()
                .map(module -> transmit(outbound, module))
                .orElseGet(() -> refused("the module was never set up"));
    }

    private CompletableFuture<TransmitReport> transmit(Outbound outbound, ControllerIdentity module) {
        int length = outbound.command.bytes().length;
        if (length > module.maxPayload()) {
            return refused(length + " bytes are more than the " + module.maxPayload() + " that fit one frame");
        }
        lastCallbackId = lastCallbackId % 0xFF + 1;
        Transmission call = module.isBridge()
                ? new SendDataBridge(
                        module.nodeId(), outbound.destination, outbound.command, outbound.options, lastCallbackId)
                : new SendData(outbound.destination, outbound.command, outbound.options, lastCallbackId);
        Exchange.Transmit exchange = new Exchange.Transmit(call, new CompletableFuture<>());
        exchanges.add(exchange, outbound.deadline);
        return exchange.result();
    }

    /** Where the report says that something was transmitted, FAIL means something else. */
    private boolean isJammed(TransmitReport report) {
        return report.status() == TransmitStatus.FAIL
                && report.ticks().orElse(0) == 0
                && session.identity().filter(ControllerIdentity::mayJam).isPresent();
    }

    private CompletableFuture<TransmitReport> afterJam(Outbound outbound, TransmitReport jammed) {
        CompletableFuture<TransmitReport> asItIs = CompletableFuture.completedFuture(jammed);
        return session.cure("it is jammed")
                .map(restarting -> restarting
                        .handle((up, failure) -> failure == null ? transmit(outbound) : asItIs)
                        .thenCompose(again -> again))
                .orElse(asItIs);
    }

    private static CompletableFuture<TransmitReport> refused(String why) {
        return CompletableFuture.failedFuture(new LinkException(LinkException.Kind.REFUSED, why));
    }
}
