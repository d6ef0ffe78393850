package org.lockcredentials.matter.conformance;

import static org.lockcredentials.matter.conformance.Commissioned.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.lockcredentials.LockId;
import org.lockcredentials.Secret;
import org.lockcredentials.manager.LockCredentialManager;
import org.lockcredentials.matter.CommissioningRequest;
import org.lockcredentials.matter.MatterBackend;
import org.lockcredentials.matter.MatterConfig;

/**
 * A host with a fabric in a state directory, its first argument, which knows no address, run inside a network namespace of a test's own. Reads
 * {@code commission CODE}, {@code lock} or {@code unlock} from its standard input and answers each with one line; ends with its input.
 */
final class FabricProgram {

    private FabricProgram() {}

    public static void main(String[] arguments) throws IOException {
        MatterBackend backend =
                new MatterBackend(MatterConfig.builder().testAttestation(true).build());
        try (LockCredentialManager manager = await(LockCredentialManager.builder()
                        .backend(backend)
                        .stateDirectory(Path.of(arguments[0]))
                        .operationTimeout(Duration.ofSeconds(40))
                        .open());
                BufferedReader commands =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("ready");
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                System.out.println(answer(backend, manager, line.split(" ")));
            }
        }
    }

    private static Object answer(MatterBackend backend, LockCredentialManager manager, String[] words) {
        try {
            return switch (words[0]) {
                case "commission" -> commissioned(backend, words[1]);
                case "lock" ->
                    await(manager.lock(lock(backend)).door().lock(Optional.empty()))
                            .outcome();
                case "unlock" ->
                    await(manager.lock(lock(backend)).door().unlock(Optional.empty()))
                            .outcome();
                default -> throw new IllegalArgumentException(words[0]);
            };
        } catch (AssertionError failed) {
            return failed.getMessage().replace('\n', ' ');
        }
    }

    private static Object commissioned(MatterBackend backend, String code) {
        try (Secret secret = Secret.of(code)) {
            return await(backend.controller().commission(CommissioningRequest.of(secret)))
                    .locks()
                    .size();
        }
    }

    private static LockId lock(MatterBackend backend) {
        return await(backend.controller().nodes()).get(0).locks().get(0);
    }
}
