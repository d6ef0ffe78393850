package org.lockcredentials.zwave.frame;

import java.util.Optional;

/** One byte that answers a data frame (INS12350 §5.1 to §5.3). */
public enum ControlFrame implements Frame {
    /** The data frame arrived. */
    ACK(0x06),
    /** The data frame arrived with errors. */
    NAK(0x15),
    /** The data frame was discarded, since its sender should have acknowledged one first. */
    CAN(0x18);

    private final int code;

    ControlFrame(int code) {
        this.code = code;
    }

    /** The control frame of this byte, if it is one. */
    public static Optional<ControlFrame> of(int code) {
        return switch (code) {
            case 0x06 -> Optional.of(ACK);
            case 0x15 -> Optional.of(NAK);
            case 0x18 -> Optional.of(CAN);
            default -> Optional.empty();
        };
    }

    @Override
    public byte[] encode() {
        return new byte[] {(byte) code};
    }
}
