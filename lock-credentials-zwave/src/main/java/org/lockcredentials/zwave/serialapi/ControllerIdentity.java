package org.lockcredentials.zwave.serialapi;

import java.util.List;
import java.util.OptionalInt;
import org.lockcredentials.zwave.serialapi.function.ControllerCapabilities;
import org.lockcredentials.zwave.serialapi.function.FunctionId;
import org.lockcredentials.zwave.serialapi.function.NodeIdBase;
import org.lockcredentials.zwave.serialapi.function.SerialApiCapabilities;
import org.lockcredentials.zwave.serialapi.function.Version;

/**
 * Who the module is and which network it holds.
 *
 * @param homeId of the network, 32 bits
 * @param nodeId the controller's own
 * @param nodes of the network with the controller's own, without those of Long Range
 * @param longRangeNodes of the network, 256 to 4000; none where the module knows no Long Range
 * @param sucNodeId the Static Update Controller, if the network has one
 * @param maxPayload how many bytes of a command go into one frame on the air
 */
public record ControllerIdentity(
        Series series,
        Version version,
        SerialApiCapabilities capabilities,
        ControllerCapabilities role,
        NodeIdBase nodeIdBase,
        long homeId,
        int nodeId,
        List<Integer> nodes,
        List<Integer> longRangeNodes,
        OptionalInt sucNodeId,
        int maxPayload) {

    /** The generation of the chip. */
    public enum Series {
        OLDER,
        SERIES_500,
        SERIES_700,
        SERIES_800,
        UNKNOWN;

        static Series of(int chipType) {
            return switch (chipType) {
                case 1, 2, 3, 4 -> OLDER;
                case 5 -> SERIES_500;
                case 7 -> SERIES_700;
                case 8 -> SERIES_800;
                default -> UNKNOWN;
            };
        }
    }

    public ControllerIdentity {
        nodes = List.copyOf(nodes);
        longRangeNodes = List.copyOf(longRangeNodes);
    }

    public boolean supports(FunctionId function) {
        return capabilities.supports(function);
    }

    /** True if the bridge variants of Send Data are the ones to use. */
    public boolean isBridge() {
        return supports(FunctionId.SEND_DATA_BRIDGE);
    }

    /** True for the series that stay jammed until they are reset. */
    boolean mayJam() {
        return series == Series.SERIES_700 || series == Series.SERIES_800;
    }
}
