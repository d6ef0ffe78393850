package org.lockcredentials.zwave.conformance;

/** A User Code lock that takes everything in S2 Access Control only. */
final class S2UserCodeConformanceIT extends ZwaveJsConformance {

    S2UserCodeConformanceIT() {
        super(LockKind.S2_USER_CODE, Reach.Way.TCP);
    }
}
