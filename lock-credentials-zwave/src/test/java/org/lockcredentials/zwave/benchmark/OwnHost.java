package org.lockcredentials.zwave.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import org.lockcredentials.zwave.ZWaveBackend;
import org.lockcredentials.zwave.ZWaveConfig;
import org.lockcredentials.zwave.security.NetworkKeys;

/**
 * This SDK's half of the comparison: a process that does the named operations, and prints what each cost it. The operations are those
 * of {@code benchmark.mjs}, by the same names and with the same numbers.
 */
final class OwnHost {

    private static final int OCCUPIED = 30;
    private static final int ADDED = 100;
    private static final int FIRST_ADDED = 60;

    private final Lock lock;

    private OwnHost(Lock lock) {
        this.lock = lock;
    }

    /** @param args the stick's port, the directory of state, the file of keys, and the operations */
    public static void main(String[] args) throws IOException {
        Meter meter = new Meter();
        NetworkKeys keys = NetworkKeys.parse(Secret.of(Files.readAllBytes(Path.of(args[2]))));
        ZWaveConfig config =
                ZWaveConfig.at("tcp://127.0.0.1:" + args[0]).keys(keys).build();
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        try (LockCredentialManager manager = LockCredentialManager.builder()
                .stateDirectory(Path.of(args[1]))
                .backend(new ZWaveBackend(config))
                .open()
                .join()) {
            OwnHost host =
                    new OwnHost(manager.lock(manager.locks().join().get(0).id()));
            for (String operation : List.of(args).subList(3, args.length)) {
                host.run(operation);
                System.out.println(meter.spent().json());
                asked.readLine();
                meter.begin();
            }
        }
    }

    private void run(String operation) {
        switch (operation) {
            case "coldStartToFirstPin" -> setPin(200, "1007");
            case "restartToFirstPin" -> setPin(201, "2007");
            case "setPin" -> setPin(202, "3007");
            case "readUsers" -> readUsers();
            case "addUsers" -> addUsers();
            default -> throw new IllegalArgumentException(operation);
        }
    }

    private void setPin(int index, String code) {
        try (Secret pin = Secret.of(code)) {
            confirmed(
                    lock.users().set(UserUpdate.builder().index(index).build()).join());
            confirmed(lock.credentials()
                    .set(index, NewCredential.pin(pin).at(index))
                    .join());
        }
    }

    private void readUsers() {
        int users = lock.users().list().join().size();
        if (users < OCCUPIED) {
            throw new IllegalStateException("read " + users);
        }
    }

    private void addUsers() {
        for (int index = FIRST_ADDED; index < FIRST_ADDED + ADDED; index++) {
            setPin(index, Integer.toString(100_000 + index));
        }
    }

    private static void confirmed(Receipt receipt) {
        if (receipt.outcome() != Outcome.CONFIRMED) {
            throw new IllegalStateException(receipt.toString());
        }
    }
}
