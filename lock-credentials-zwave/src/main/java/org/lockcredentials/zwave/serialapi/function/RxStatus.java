package org.lockcredentials.zwave.serialapi.function;

/** How a command was received: the rxStatus of the Application Command Handler (INS13954 §4.3.1.5). */
public record RxStatus(int flags) {

    /** Whom the frame was for. */
    public enum Cast {
        SINGLE,
        BROADCAST,
        MULTICAST
    }

    public Cast cast() {
        return switch (flags & 0x0C) {
            case 0x04 -> Cast.BROADCAST;
            case 0x08 -> Cast.MULTICAST;
            default -> Cast.SINGLE;
        };
    }

    public boolean isRoutedBusy() {
        return (flags & 0x01) != 0;
    }

    public boolean isLowPower() {
        return (flags & 0x02) != 0;
    }

    public boolean isExplore() {
        return (flags & 0x10) != 0;
    }

    /** Meant for somebody else, or from another network: nothing that a host may act on. */
    public boolean isForeign() {
        return (flags & 0xC0) != 0;
    }
}
