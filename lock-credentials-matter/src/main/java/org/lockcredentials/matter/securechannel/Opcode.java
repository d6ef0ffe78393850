package org.lockcredentials.matter.securechannel;

/** The messages of the Secure Channel protocol, section 4.11.1.1. */
final class Opcode {

    static final int PBKDF_PARAM_REQUEST = 0x20;
    static final int PBKDF_PARAM_RESPONSE = 0x21;
    static final int PAKE1 = 0x22;
    static final int PAKE2 = 0x23;
    static final int PAKE3 = 0x24;
    static final int SIGMA1 = 0x30;
    static final int SIGMA2 = 0x31;
    static final int SIGMA3 = 0x32;
    static final int SIGMA2_RESUME = 0x33;
    static final int STATUS_REPORT = 0x40;

    private Opcode() {}
}
