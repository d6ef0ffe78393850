package org.lockcredentials.zwave.serialapi.function;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * The calls that have no parameters.
 *
 * @param <R> the response
 */
public record Query<R>(FunctionId function, Decoder<R> decoder) implements Call<R> {

    public static final Query<InitData> INIT_DATA = new Query<>(FunctionId.GET_INIT_DATA, InitData::decode);
    public static final Query<ControllerCapabilities> CONTROLLER_CAPABILITIES =
            new Query<>(FunctionId.GET_CONTROLLER_CAPABILITIES, ControllerCapabilities::decode);
    public static final Query<SerialApiCapabilities> CAPABILITIES =
            new Query<>(FunctionId.GET_CAPABILITIES, SerialApiCapabilities::decode);
    public static final Query<Version> VERSION = new Query<>(FunctionId.GET_VERSION, Version::decode);
    public static final Query<NetworkIds> NETWORK_IDS = new Query<>(FunctionId.MEMORY_GET_ID, NetworkIds::decode);
    public static final Query<SucNodeId> SUC_NODE_ID = new Query<>(FunctionId.GET_SUC_NODE_ID, SucNodeId::decode);

    /** Reads a response. */
    @FunctionalInterface
    public interface Decoder<R> {
        R decode(ByteReader in, NodeIdBase base) throws DecodeException;
    }

    @Override
    public void encode(ByteWriter out, NodeIdBase base) {}

    @Override
    public R decodeResponse(ByteReader in, NodeIdBase base) throws DecodeException {
        return decoder.decode(in, base);
    }
}
