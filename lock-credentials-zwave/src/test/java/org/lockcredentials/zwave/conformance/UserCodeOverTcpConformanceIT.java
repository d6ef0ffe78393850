package org.lockcredentials.zwave.conformance;

/** A User Code lock behind a stick at a TCP port. */
final class UserCodeOverTcpConformanceIT extends ZwaveJsConformance {

    UserCodeOverTcpConformanceIT() {
        super(LockKind.USER_CODE, Reach.Way.TCP);
    }
}
