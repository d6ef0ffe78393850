package org.lockcredentials.examples.lockctl;

import java.util.Optional;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The Matter fabric itself. */
@Command(name = "matter", description = "Shows and changes the Matter fabric.")
final class MatterCommands {

    @Command(description = "Adds a device to the fabric.")
    int commission(
            @Parameters(
                            paramLabel = "CODE",
                            converter = SecretSource.ToSecret.class,
                            description = "The setup code printed on the device.")
                    Secret code,
            @Option(names = "--address", paramLabel = "HOST:PORT") Optional<String> address) {
        code.wipe();
        throw unsupported();
    }

    @Command(description = "Lists the nodes.")
    int nodes() {
        throw unsupported();
    }

    @Command(description = "Takes a device off the fabric.")
    int remove(@Parameters(paramLabel = "NODE") String node) {
        throw unsupported();
    }

    private static LockCredentialException unsupported() {
        return new LockCredentialException(Reason.UNSUPPORTED, "this version does not speak Matter");
    }
}
