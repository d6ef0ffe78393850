package org.lockcredentials.matter.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.lockcredentials.Lock;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Outcome;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.benchmark.Meter;
import org.lockcredentials.manager.LockCredentialManager;
import org.lockcredentials.matter.CommissioningRequest;
import org.lockcredentials.matter.MatterBackend;
import org.lockcredentials.matter.MatterConfig;

/**
 * This SDK's half of the comparison: a process that does the named operations, and prints what each cost it. The operations are those
 * of {@code benchmark.mjs}, by the same names and with the same numbers.
 */
final class OwnController {

    private static final int USERS = 50;
    private static final int FIRST_PIN = 100_000;

    private final LockCredentialManager manager;
    private final MatterBackend backend;

    private OwnController(LockCredentialManager manager, MatterBackend backend) {
        this.manager = manager;
        this.backend = backend;
    }

    /** @param args the lock's port, the directory of state, the lock's setup code, and the operations */
    public static void main(String[] args) throws IOException {
        Meter meter = new Meter();
        InetAddress loopback = InetAddress.getByName("::1");
        MatterBackend backend = new MatterBackend(MatterConfig.builder()
                .address(loopback)
                .discovery(false)
                .testAttestation(true)
                .build());
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        try (LockCredentialManager manager = LockCredentialManager.builder()
                .stateDirectory(Path.of(args[1]))
                .backend(backend)
                .open()
                .join()) {
            OwnController controller = new OwnController(manager, backend);
            InetSocketAddress lock = new InetSocketAddress(loopback, Integer.parseInt(args[0]));
            for (String operation : List.of(args).subList(3, args.length)) {
                controller.run(operation, lock, args[2]);
                System.out.println(meter.spent().json());
                asked.readLine();
                meter.begin();
            }
        }
    }

    private void run(String operation, InetSocketAddress lock, String code) {
        switch (operation) {
            case "commission" -> commission(lock, code);
            case "connect" -> lock().users().get(1).join();
            case "users" -> users();
            case "readUsers" -> readUsers();
            default -> throw new IllegalArgumentException(operation);
        }
    }

    private void commission(InetSocketAddress address, String code) {
        try (Secret secret = Secret.of(code)) {
            backend.controller()
                    .commission(CommissioningRequest.of(secret).at(address))
                    .join();
        }
    }

    private void users() {
        Lock lock = lock();
        for (int index = 1; index <= USERS; index++) {
            confirmed(lock.users()
                    .set(UserUpdate.builder().index(index).name("u" + index).build())
                    .join());
            try (Secret pin = Secret.of(Integer.toString(FIRST_PIN + index))) {
                confirmed(lock.credentials()
                        .set(index, NewCredential.pin(pin).at(index))
                        .join());
            }
            lock.users().get(index).join().orElseThrow();
        }
    }

    private void readUsers() {
        int users = lock().users().list().join().size();
        if (users != USERS) {
            throw new IllegalStateException("read " + users);
        }
    }

    private Lock lock() {
        return manager.lock(manager.locks().join().get(0).id());
    }

    private static void confirmed(Receipt receipt) {
        if (receipt.outcome() != Outcome.CONFIRMED) {
            throw new IllegalStateException(receipt.toString());
        }
    }
}
