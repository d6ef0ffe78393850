package org.lockcredentials.matter.commissioning;

/** Where a commissioning is, in order (5.5). */
public enum CommissioningStep {
    /** Looks for the device, unless its address is given. */
    DISCOVERY,
    /** Agrees on a session by the passcode. */
    PASSCODE,
    /** Reads what the device is, and which fabrics it is in. */
    SURVEY,
    /** From here on the device takes all back unless commissioning is complete in time. */
    FAIL_SAFE,
    /** Tells the device where it is. */
    REGULATORY,
    /** Sets clock, time zone and daylight saving. */
    TIME,
    /** Has the device prove who made it. */
    ATTESTATION,
    /** Gets the device's key for our fabric. */
    CERTIFICATE_REQUEST,
    /** Tells the device our root. */
    ROOT_CERTIFICATE,
    /** Takes the device into our fabric. */
    NODE_CERTIFICATE,
    /** Agrees on a session in our fabric. */
    OPERATIONAL_SESSION,
    /** Sees that we may administer the node. */
    ACCESS,
    /** Names the node. */
    LABEL,
    /** Has the node keep all that was done. */
    COMPLETE
}
