package org.lockcredentials.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Lock;
import org.lockcredentials.LockInfo;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.manager.LockCredentialManager;
import org.lockcredentials.simulation.SimulatedBackend;
import org.lockcredentials.spi.LockBackend;

/** Gives Ann a PIN on the first lock there is. */
public final class QuickStart {

    private QuickStart() {}

    public static void main(String[] args) throws IOException {
        Path state = Files.createTempDirectory("quick-start"); // a host keeps its state in one place
        LockBackend backend = SimulatedBackend.frontDoorAndGardenGate();
        // Over Z-Wave: new ZWaveBackend(ZWaveConfig.of("/dev/ttyACM0"))
        var opening = LockCredentialManager.builder()
                .stateDirectory(state)
                .backend(backend)
                .open();

        try (LockCredentialManager manager = opening.join();
                Secret pin = Secret.of("0815")) {
            LockInfo info = manager.locks().join().get(0);
            Lock lock = manager.lock(info.id());
            AccessRequest ann = AccessRequest.builder(new AccessKey("quick-start", "ann"))
                    .name("Ann")
                    .pin(pin)
                    .build();
            Receipt receipt = lock.access().add(ann).join();
            System.out.println(info.name() + " took it: " + receipt);
            for (User user : lock.users().list().join()) {
                System.out.println(user.index() + " " + user.name().orElse("-") + " " + user.credentials());
            }
        } catch (CompletionException e) {
            System.err.println(e.getCause()); // a LockCredentialException: the reason, the lock, what is left behind
        }
    }
}
