package org.lockcredentials.zwave.serialapi;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.lockcredentials.zwave.serialapi.function.Call;
import org.lockcredentials.zwave.serialapi.function.FunctionId;
import org.lockcredentials.zwave.serialapi.function.GetLongRangeNodes;
import org.lockcredentials.zwave.serialapi.function.InitData;
import org.lockcredentials.zwave.serialapi.function.NodeIdBase;
import org.lockcredentials.zwave.serialapi.function.Query;
import org.lockcredentials.zwave.serialapi.function.SerialApiCapabilities;
import org.lockcredentials.zwave.serialapi.function.Setup;
import org.lockcredentials.zwave.serialapi.function.Version;

/**
 * Asks the module who it is, and sets up what it forgets with every reset.
 *
 * <p>The width of node ids is agreed upon before anything that holds one: a module keeps that of the host before.
 */
final class Identification {

    /** What a frame without Long Range carries when the module does not say. */
    private static final int CLASSIC_MAX_PAYLOAD = 46;

    private final Exchanges exchanges;

    Identification(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    /** Completes with the identity, or with the {@link org.lockcredentials.zwave.frame.LinkException} of the first answer that failed. */
    CompletableFuture<ControllerIdentity> run() {
        exchanges.base(NodeIdBase.EIGHT_BIT);
        return ask(Query.CAPABILITIES)
                .thenCompose(capabilities -> supportedSetup(capabilities)
                        .thenCompose(setup -> agreeOnNodeIds(setup)
                                .thenCompose(base -> reportTransmissions(setup))
                                .thenCompose(reported -> maxPayload(setup))
                                .thenCompose(maxPayload -> identify(capabilities, maxPayload))));
    }

    private CompletableFuture<Setup.Supported> supportedSetup(SerialApiCapabilities capabilities) {
        return capabilities.supports(FunctionId.SETUP)
                ? ask(new Setup.GetSupported())
                : CompletableFuture.completedFuture(new Setup.Supported(Set.of()));
    }

    private CompletableFuture<NodeIdBase> agreeOnNodeIds(Setup.Supported setup) {
        if (!setup.supports(Setup.SET_NODE_ID_BASE_TYPE)) {
            return CompletableFuture.completedFuture(exchanges.base());
        }
        return ask(new Setup.SetNodeIdBaseType(NodeIdBase.SIXTEEN_BIT)).thenApply(agreed -> {
            exchanges.base(agreed ? NodeIdBase.SIXTEEN_BIT : NodeIdBase.EIGHT_BIT);
            return exchanges.base();
        });
    }

    private CompletableFuture<Boolean> reportTransmissions(Setup.Supported setup) {
        return setup.supports(Setup.SET_TX_STATUS_REPORT)
                ? ask(new Setup.SetTxStatusReport(true))
                : CompletableFuture.completedFuture(false);
    }

    private CompletableFuture<Integer> maxPayload(Setup.Supported setup) {
        return setup.supports(Setup.GET_MAX_PAYLOAD_SIZE)
                ? ask(new Setup.GetMaxPayloadSize())
                : CompletableFuture.completedFuture(CLASSIC_MAX_PAYLOAD);
    }

    private CompletableFuture<ControllerIdentity> identify(SerialApiCapabilities capabilities, int maxPayload) {
        return ask(Query.VERSION)
                .thenCompose(version -> ask(Query.INIT_DATA)
                        .thenCompose(init -> longRangeNodes(capabilities)
                                .thenCompose(longRangeNodes ->
                                        network(capabilities, maxPayload, version, init, longRangeNodes))));
    }

    /** Ids of Long Range nodes do not fit eight bits. */
    private CompletableFuture<List<Integer>> longRangeNodes(SerialApiCapabilities capabilities) {
        return capabilities.supports(FunctionId.GET_LONG_RANGE_NODES) && exchanges.base() == NodeIdBase.SIXTEEN_BIT
                ? longRangeNodes(0)
                : CompletableFuture.completedFuture(List.of());
    }

    private CompletableFuture<List<Integer>> longRangeNodes(int segment) {
        return ask(new GetLongRangeNodes(segment)).thenCompose(answer -> {
            // A module that knows fewer segments answers with its last one.
            List<Integer> nodes = answer.segment() == segment ? answer.nodes() : List.of();
            return answer.more() && segment < GetLongRangeNodes.LAST_SEGMENT
                    ? longRangeNodes(segment + 1)
                            .thenApply(later -> Stream.concat(nodes.stream(), later.stream())
                                    .toList())
                    : CompletableFuture.completedFuture(nodes);
        });
    }

    private CompletableFuture<ControllerIdentity> network(
            SerialApiCapabilities capabilities,
            int maxPayload,
            Version version,
            InitData init,
            List<Integer> longRangeNodes) {
        return ask(Query.CONTROLLER_CAPABILITIES)
                .thenCompose(role -> ask(Query.SUC_NODE_ID)
                        .thenCompose(suc -> ask(Query.NETWORK_IDS)
                                .thenApply(ids -> new ControllerIdentity(
                                        ControllerIdentity.Series.of(init.chipType()),
                                        version,
                                        capabilities,
                                        role,
                                        exchanges.base(),
                                        ids.homeId(),
                                        ids.nodeId(),
                                        init.nodes(),
                                        longRangeNodes,
                                        suc.nodeId(),
                                        maxPayload))));
    }

    private <R> CompletableFuture<R> ask(Call<R> call) {
        Exchange.Request<R> request = new Exchange.Request<>(call, new CompletableFuture<>());
        exchanges.addUrgent(request);
        return request.result();
    }
}
