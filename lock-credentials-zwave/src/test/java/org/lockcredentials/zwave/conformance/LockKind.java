package org.lockcredentials.zwave.conformance;

import org.lockcredentials.zwave.peer.ZwaveJsStick;

/** zwave-js's locks that go through the list: small ones, so that filling them is soon done. */
enum LockKind {
    USER_CREDENTIAL("""
            'userCredential':{'users':12,'types':{
                '1':{'slots':12,'min':4,'max':10},'2':{'slots':4,'min':4,'max':16},
                '9':{'slots':2,'min':0,'max':0,'hash':8,'learn':{'steps':2,'byHand':true}}}}"""),
    USER_CODE("'userCode':{'users':12}");

    static final int NODE = 2;

    private final String scenario;

    LockKind(String scenario) {
        this.scenario = scenario;
    }

    /** A stick with one such lock, with nobody in it. */
    ZwaveJsStick start() {
        return ZwaveJsStick.start("{'nodes':[{'id':%d,%s}]}".formatted(NODE, scenario));
    }
}
