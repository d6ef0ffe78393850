package org.lockcredentials.matter.commissioning;

/** A device could not prove who made it, or its maker is not trusted. */
public final class AttestationRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AttestationRefusedException(String why) {
        super(why);
    }

    public AttestationRefusedException(String why, Throwable cause) {
        super(why, cause);
    }
}
