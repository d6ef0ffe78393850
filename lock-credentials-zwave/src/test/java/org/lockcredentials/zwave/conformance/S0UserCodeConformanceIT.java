package org.lockcredentials.zwave.conformance;

/** A User Code lock that takes everything in Security 0 only. */
final class S0UserCodeConformanceIT extends ZwaveJsConformance {

    S0UserCodeConformanceIT() {
        super(LockKind.S0_USER_CODE, Reach.Way.TCP);
    }
}
