package org.lockcredentials.zwave.conformance;

/** zwave-js's User Credential mock as it is, encrypted: what it reports of changes comes in the clear, and is not believed. */
final class StockS2UserCredentialConformanceIT extends ZwaveJsConformance {

    StockS2UserCredentialConformanceIT() {
        super(LockKind.STOCK_S2_USER_CREDENTIAL, Reach.Way.TCP);
    }
}
