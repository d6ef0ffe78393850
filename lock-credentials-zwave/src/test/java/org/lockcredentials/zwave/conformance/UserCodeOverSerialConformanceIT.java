package org.lockcredentials.zwave.conformance;

/** A User Code lock behind a stick at a serial device. */
final class UserCodeOverSerialConformanceIT extends ZwaveJsConformance {

    UserCodeOverSerialConformanceIT() {
        super(LockKind.USER_CODE, Reach.Way.SERIAL);
    }
}
