package org.lockcredentials.zwave.conformance;

/** A User Credential lock behind a stick at a TCP port. */
final class UserCredentialOverTcpConformanceIT extends ZwaveJsConformance {

    UserCredentialOverTcpConformanceIT() {
        super(LockKind.USER_CREDENTIAL, Reach.Way.TCP);
    }
}
