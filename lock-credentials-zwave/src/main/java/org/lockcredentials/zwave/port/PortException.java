package org.lockcredentials.zwave.port;

import java.io.IOException;

/** A port that does not open, or is no longer there; the message is meant for the person who plugged the stick in. */
public final class PortException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the port. */
    public enum Kind {
        /** There is no such device or host. */
        NOT_FOUND,
        /** The operating system does not let this user open the device. */
        NO_PERMISSION,
        /** The device is open already, here or in another process. */
        IN_USE,
        /** Serial ports do not work on this system; TCP does. */
        UNSUPPORTED_SYSTEM,
        /** The port did not open for another reason. */
        FAILED,
        /** The port was open and is gone. */
        LOST
    }

    private final Kind kind;

    public PortException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public PortException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What is wrong with the port. */
    public Kind kind() {
        return kind;
    }
}
