package org.lockcredentials.zwave.conformance;

/** A User Credential lock that takes everything in S2 Access Control only. */
final class S2UserCredentialConformanceIT extends ZwaveJsConformance {

    S2UserCredentialConformanceIT() {
        super(LockKind.S2_USER_CREDENTIAL, Reach.Way.TCP);
    }
}
