package org.lockcredentials.zwave.conformance;

import java.util.Optional;
import org.lockcredentials.zwave.ZWaveConfig;
import org.lockcredentials.zwave.peer.ZwaveJsStick;
import org.lockcredentials.zwave.security.SecurityClass;

/** zwave-js's locks that go through the list, without security and with it: small ones, so that filling them is soon done. */
enum LockKind {
    USER_CREDENTIAL("""
            'userCredential':{'users':12,'types':{
                '1':{'slots':12,'min':4,'max':10},'2':{'slots':4,'min':4,'max':16},
                '9':{'slots':2,'min':0,'max':0,'hash':8,'learn':{'steps':2,'byHand':true}}}}"""),
    USER_CODE("'userCode':{'users':12}"),
    S2_USER_CREDENTIAL(USER_CREDENTIAL, "S2_AccessControl"),
    S2_USER_CODE(USER_CODE, "S2_AccessControl"),
    S0_USER_CODE(USER_CODE, "S0_Legacy"),
    /** zwave-js's mock as it is; the others have what it lacks of a lock. */
    STOCK_USER_CREDENTIAL("'radioMs':0,'userCredential':{'users':12,'nameLength':20}"),
    STOCK_USER_CODE("'radioMs':0," + USER_CODE.scenario),
    STOCK_S2_USER_CREDENTIAL(STOCK_USER_CREDENTIAL, "S2_AccessControl"),
    STOCK_S2_USER_CODE(STOCK_USER_CODE, "S2_AccessControl"),
    STOCK_S0_USER_CODE(STOCK_USER_CODE, "S0_Legacy");

    static final int NODE = 2;
    private static final String S0 = "S0_Legacy";

    private final String scenario;
    private final Optional<String> securityClass;

    LockKind(String scenario) {
        this.scenario = scenario;
        this.securityClass = Optional.empty();
    }

    LockKind(LockKind plain, String securityClass) {
        this.scenario = plain.scenario + ",'secure':'" + securityClass + "'";
        this.securityClass = Optional.of(securityClass);
    }

    boolean isStock() {
        return name().startsWith("STOCK_");
    }

    boolean isSecure() {
        return securityClass.isPresent();
    }

    /** A stick with one such lock, with nobody in it. */
    ZwaveJsStick start() {
        return ZwaveJsStick.start("{'plain':%b,'keys':%s,'nodes':[{'id':%d,%s}]}"
                .formatted(isStock(), TestKeys.SCENARIO, NODE, scenario));
    }

    /** A stick that such a lock has yet to join, as it left the factory. */
    ZwaveJsStick startOutside() {
        // A mock joins with security only if its controller has keys; the host makes its own.
        return ZwaveJsStick.start(
                "{'plain':%b,'keys':%s,'nodes':[{'id':%d,'included':false,'joins':'asked','lifeline':[],%s}]}"
                        .formatted(isStock(), isStock() ? TestKeys.SCENARIO : "{}", NODE, scenario));
    }

    /** The class in which the lock talks to its host. */
    Optional<SecurityClass> highest() {
        return securityClass.map(name -> name.equals(S0) ? SecurityClass.S0_LEGACY : SecurityClass.S2_ACCESS_CONTROL);
    }

    /** How a host reaches the lock behind such a stick. */
    ZWaveConfig config(String address) {
        ZWaveConfig.Builder config = ZWaveConfig.at(address);
        return isSecure() ? config.keys(TestKeys.keys()).build() : config.build();
    }
}
