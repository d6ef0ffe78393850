package org.lockcredentials.matter.conformance;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lockcredentials.LockId;
import org.lockcredentials.Secret;
import org.lockcredentials.manager.LockCredentialManager;
import org.lockcredentials.matter.CommissioningRequest;
import org.lockcredentials.matter.FabricNode;
import org.lockcredentials.matter.MatterBackend;
import org.lockcredentials.matter.MatterConfig;
import org.lockcredentials.spi.StateStore;

/** Takes a lock into the fabric of a store. */
final class Commissioned {

    private static final int SECONDS = 60;

    private Commissioned() {}

    /** A controller on the loopback, which trusts the public test authorities as matter.js's lock needs. */
    static MatterConfig loopback() {
        try {
            return MatterConfig.builder()
                    .address(InetAddress.getByName("::1"))
                    .discovery(false)
                    .testAttestation(true)
                    .build();
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The lock at this address, by its code; the controller is gone afterwards, and its fabric is in the store. */
    static LockId lock(StateStore store, String code, InetSocketAddress address) {
        MatterBackend backend = new MatterBackend(loopback());
        try (LockCredentialManager manager = await(LockCredentialManager.builder()
                        .backend(backend)
                        .stateStore(store)
                        .open());
                Secret secret = Secret.of(code)) {
            FabricNode node = await(backend.controller()
                    .commission(CommissioningRequest.of(secret).at(address)));
            return node.locks().get(0);
        }
    }

    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError("failed: " + failed.getCause(), failed.getCause());
        } catch (InterruptedException | TimeoutException late) {
            throw new AssertionError("not done within " + SECONDS + " s", late);
        }
    }
}
