package org.lockcredentials.examples.lockctl;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.Reason;
import org.lockcredentials.matter.MatterBackend;
import org.lockcredentials.matter.MatterConfig;
import org.lockcredentials.matter.MatterController;
import org.lockcredentials.simulation.SimulatedBackend;
import org.lockcredentials.simulation.SimulatedLock;
import org.lockcredentials.spi.LockBackend;
import org.lockcredentials.zwave.ZWaveBackend;
import org.lockcredentials.zwave.ZWaveConfig;
import picocli.CommandLine.Option;

/** Which networks are spoken to, and where their state is kept. */
final class ConnectionOptions {

    @Option(names = "--simulated", description = "Two locks that are not there, to try things out.")
    private boolean simulated;

    @Option(
            names = "--zwave",
            paramLabel = "PORT",
            description = "A Z-Wave stick: /dev/serial/by-id/… or tcp://host:port.")
    private Optional<String> zwave = Optional.empty();

    @Option(
            names = "--zwave-keys",
            paramLabel = "FILE",
            description =
                    "Z-Wave network keys: lines NAME=32 hex digits, with the names S2_AccessControl, S2_Authenticated,"
                            + " S2_Unauthenticated, S0_Legacy.")
    private Optional<Path> zwaveKeys = Optional.empty();

    @Option(names = "--matter", description = "The Matter locks of this program's fabric.")
    private boolean matter;

    @Option(
            names = "--matter-paa",
            paramLabel = "DIR",
            description = "Certificates of the authorities that vouch for makers of Matter devices, for commissioning.")
    private Optional<Path> matterAuthorities = Optional.empty();

    @Option(
            names = "--matter-declaration-signers",
            paramLabel = "DIR",
            description = "Certificates of those who sign certification declarations, for commissioning.")
    private Optional<Path> matterSigners = Optional.empty();

    @Option(
            names = "--matter-test-devices",
            description = "Also commission devices that only the public test authorities vouch for.")
    private boolean matterTestDevices;

    @Option(
            names = "--matter-local",
            paramLabel = "ADDRESS",
            description =
                    "The one address of this machine to use, without multicast; devices are then told by --address.")
    private Optional<InetAddress> matterLocal = Optional.empty();

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where keys and bindings are kept; default ~/.lockctl.")
    private Path state = Path.of(System.getProperty("user.home"), ".lockctl");

    private Optional<ZWaveBackend> zwaveBackend = Optional.empty();
    private Optional<SimulatedBackend> simulation = Optional.empty();
    private Optional<MatterBackend> fabric = Optional.empty();

    Path state() {
        return state;
    }

    /** @throws IllegalArgumentException if no network was chosen, or its keys cannot be read */
    List<LockBackend> backends() {
        List<LockBackend> backends = new ArrayList<>();
        if (simulated) {
            simulation = Optional.of(SimulatedBackend.frontDoorAndGardenGate());
        }
        simulation.ifPresent(backends::add);
        zwaveBackend = zwave.map(this::zwave);
        zwaveBackend.ifPresent(backends::add);
        if (matter) {
            fabric = Optional.of(new MatterBackend(matterConfig()));
        }
        fabric.ifPresent(backends::add);
        if (backends.isEmpty()) {
            throw new IllegalArgumentException("say which locks: --simulated, --zwave PORT or --matter");
        }
        return backends;
    }

    private ZWaveBackend zwave(String address) {
        ZWaveConfig.Builder config = ZWaveConfig.at(address);
        zwaveKeys.map(KeysFile::read).ifPresent(config::keys);
        return new ZWaveBackend(config.build());
    }

    private MatterConfig matterConfig() {
        MatterConfig.Builder config = MatterConfig.builder().testAttestation(matterTestDevices);
        matterAuthorities.ifPresent(config::paaDirectory);
        matterSigners.ifPresent(config::declarationSigners);
        matterLocal.ifPresent(address -> config.address(address).discovery(false));
        return config.build();
    }

    /** The administrator of the Matter fabric. */
    MatterController matter() {
        return fabric.map(MatterBackend::controller)
                .orElseThrow(() -> new IllegalArgumentException("the Matter fabric needs --matter"));
    }

    /** @throws IllegalArgumentException if no Z-Wave network was chosen */
    void requireZwave() {
        if (zwave.isEmpty()) {
            throw new IllegalArgumentException("say which network: --zwave PORT");
        }
    }

    /** The Z-Wave network, once it is opened. */
    ZWaveBackend zwave() {
        return zwaveBackend.orElseThrow();
    }

    /** A simulated lock from the side of the person at the door. */
    SimulatedLock simulated(LockId id) {
        return simulation.stream()
                .flatMap(backend -> backend.locks().stream())
                .filter(lock -> lock.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new LockCredentialException(Reason.NOT_FOUND, "there is no such simulated lock").at(id));
    }
}
