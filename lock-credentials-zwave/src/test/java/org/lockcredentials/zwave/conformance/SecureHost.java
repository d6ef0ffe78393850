package org.lockcredentials.zwave.conformance;

import static org.lockcredentials.zwave.host.SmallHost.await;

import java.time.Duration;
import org.lockcredentials.manager.LockCredentialManager;
import org.lockcredentials.spi.StateStore;
import org.lockcredentials.zwave.ZWaveBackend;
import org.lockcredentials.zwave.ZWaveConfig;
import org.lockcredentials.zwave.peer.ZwaveJsStick;
import org.lockcredentials.zwave.security.NetworkKeys;

/** A host that was given the keys of a network, and answers that are awaited no longer than need be. */
final class SecureHost {

    private SecureHost() {}

    static LockCredentialManager at(ZwaveJsStick stick, StateStore store) {
        return at(stick, store, TestKeys.keys());
    }

    static LockCredentialManager at(ZwaveJsStick stick, StateStore store, NetworkKeys keys) {
        ZWaveConfig config = ZWaveConfig.at("tcp://127.0.0.1:" + stick.port())
                .answerTime(Duration.ofSeconds(1))
                .keys(keys)
                .build();
        return await(LockCredentialManager.builder()
                .backend(new ZWaveBackend(config))
                .stateStore(store)
                .operationTimeout(Duration.ofSeconds(60))
                .open());
    }
}
