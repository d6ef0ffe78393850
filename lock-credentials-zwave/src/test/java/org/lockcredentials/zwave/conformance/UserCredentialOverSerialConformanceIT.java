package org.lockcredentials.zwave.conformance;

/** A User Credential lock behind a stick at a serial device. */
final class UserCredentialOverSerialConformanceIT extends ZwaveJsConformance {

    UserCredentialOverSerialConformanceIT() {
        super(LockKind.USER_CREDENTIAL, Reach.Way.SERIAL);
    }
}
