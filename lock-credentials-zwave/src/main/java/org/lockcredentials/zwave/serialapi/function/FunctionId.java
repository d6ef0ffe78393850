package org.lockcredentials.zwave.serialapi.function;

import java.util.Arrays;
import java.util.Optional;

/** The Serial API Command IDs in use here (INS12350 §7, INS13954 §4.3). */
public enum FunctionId {
    GET_INIT_DATA(0x02, "GetInitData"),
    APPLICATION_NODE_INFORMATION(0x03, "ApplicationNodeInformation"),
    APPLICATION_COMMAND_HANDLER(0x04, "ApplicationCommandHandler"),
    GET_CONTROLLER_CAPABILITIES(0x05, "GetControllerCapabilities"),
    SET_TIMEOUTS(0x06, "SetTimeouts"),
    GET_CAPABILITIES(0x07, "GetCapabilities"),
    SOFT_RESET(0x08, "SoftReset"),
    STARTED(0x0A, "Started"),
    SETUP(0x0B, "Setup"),
    SEND_DATA(0x13, "SendData"),
    SEND_DATA_MULTI(0x14, "SendDataMulti"),
    GET_VERSION(0x15, "GetVersion"),
    SEND_DATA_ABORT(0x16, "SendDataAbort"),
    MEMORY_GET_ID(0x20, "MemoryGetId"),
    GET_NODE_PROTOCOL_INFO(0x41, "GetNodeProtocolInfo"),
    APPLICATION_UPDATE(0x49, "ApplicationUpdate"),
    ADD_NODE_TO_NETWORK(0x4A, "AddNodeToNetwork"),
    REMOVE_NODE_FROM_NETWORK(0x4B, "RemoveNodeFromNetwork"),
    GET_SUC_NODE_ID(0x56, "GetSucNodeId"),
    REQUEST_NODE_INFO(0x60, "RequestNodeInfo"),
    REMOVE_FAILED_NODE(0x61, "RemoveFailedNode"),
    IS_FAILED_NODE(0x62, "IsFailedNode"),
    REPLACE_FAILED_NODE(0x63, "ReplaceFailedNode"),
    APPLICATION_COMMAND_HANDLER_BRIDGE(0xA8, "ApplicationCommandHandlerBridge"),
    SEND_DATA_BRIDGE(0xA9, "SendDataBridge"),
    SEND_DATA_MULTI_BRIDGE(0xAB, "SendDataMultiBridge"),
    GET_LONG_RANGE_NODES(0xDA, "GetLongRangeNodes");

    private final int code;
    private final String title;

    FunctionId(int code, String title) {
        this.code = code;
        this.title = title;
    }

    /** The byte on the line, 0 to 255. */
    public int code() {
        return code;
    }

    public static Optional<FunctionId> of(int code) {
        return Arrays.stream(values()).filter(id -> id.code == code).findFirst();
    }

    /** What a function is called in the log, known here or not. */
    public static String name(int code) {
        return of(code).map(FunctionId::toString).orElseGet(() -> "function 0x%02X".formatted(code));
    }

    @Override
    public String toString() {
        return title;
    }
}
