package org.lockcredentials.examples.lockctl;

import java.util.Optional;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The Z-Wave network itself. */
@Command(name = "zwave", description = "Shows and changes the Z-Wave network.")
final class ZwaveCommands {

    @Command(description = "Lists the nodes.")
    int nodes() {
        throw unsupported("list the nodes");
    }

    @Command(description = "Adds a device to the network.")
    int include(
            @Option(names = "--dsk-pin", paramLabel = "N", description = "The five digits printed on the device.")
                    Optional<String> dskPin) {
        throw unsupported("add a device to the network");
    }

    @Command(description = "Takes a device off the network.")
    int exclude() {
        throw unsupported("take a device off the network");
    }

    private static LockCredentialException unsupported(String what) {
        return new LockCredentialException(Reason.UNSUPPORTED, "this version does not " + what);
    }
}
