package org.lockcredentials.matter.commissioning;

import org.lockcredentials.matter.cluster.administratorcommissioning.WindowError;

/** The node did not open or close its commissioning window, and said why. */
public final class WindowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final WindowError error;

    public WindowException(WindowError error, Throwable cause) {
        super("the node answered " + error, cause);
        this.error = error;
    }

    public WindowError error() {
        return error;
    }
}
