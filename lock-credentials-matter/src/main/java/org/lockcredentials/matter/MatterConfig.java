package org.lockcredentials.matter;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.lockcredentials.matter.policy.AttestationPolicy;

/**
 * How this controller lives on the network, and whom it trusts.
 *
 * @param local the UDP port that is bound; port 0 leaves the choice to the system
 * @param discovery whether nodes are looked for by multicast; without it, a node is where it was, or where the host says
 * @param zone in which the locks hang: their clocks and schedules are in its local time
 * @param paaDirectory certificates of product attestation authorities, DER or PEM, which makers of devices are trusted by; kept by the host
 * @param declarationSigners certificates of those who sign certification declarations, in the same form; kept by the host
 * @param testAttestation whether a device may be commissioned that only the public test authorities vouch for, as none in a shop does
 * @param attestationPolicy asked about a device that the above do not vouch for
 * @param vendorId of the host as an administrator, 1 to 65,535; 65,521 (0xFFF1) for one that has none
 */
public record MatterConfig(
        InetSocketAddress local,
        boolean discovery,
        ZoneId zone,
        Optional<Path> paaDirectory,
        Optional<Path> declarationSigners,
        boolean testAttestation,
        AttestationPolicy attestationPolicy,
        int vendorId) {

    private static final int TEST_VENDOR = 0xFFF1;
    private static final int HIGHEST_ID = 0xFFFF;

    /** @throws IllegalArgumentException if the vendor id is out of its range */
    public MatterConfig {
        Objects.requireNonNull(local, "local");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(paaDirectory, "paaDirectory");
        Objects.requireNonNull(declarationSigners, "declarationSigners");
        Objects.requireNonNull(attestationPolicy, "attestationPolicy");
        if (vendorId < 1 || vendorId > HIGHEST_ID) {
            throw new IllegalArgumentException("a vendor id is 1 to 65535, not " + vendorId);
        }
    }

    /** Any port, discovery, the zone of this system, no maker trusted. */
    public static MatterConfig defaults() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link MatterConfig}; not safe for use by several threads. */
    public static final class Builder {
        private InetSocketAddress local = new InetSocketAddress(0);
        private boolean discovery = true;
        private ZoneId zone = ZoneId.systemDefault();
        private Optional<Path> paaDirectory = Optional.empty();
        private Optional<Path> declarationSigners = Optional.empty();
        private boolean testAttestation;
        private AttestationPolicy attestationPolicy = AttestationPolicy.strict();
        private int vendorId = TEST_VENDOR;

        private Builder() {}

        /** Default is any port; it need not be the same from run to run. */
        public Builder port(int port) {
            local = new InetSocketAddress(local.getAddress(), port);
            return this;
        }

        /** Default is all addresses of this system. */
        public Builder address(InetAddress address) {
            local = new InetSocketAddress(address, local.getPort());
            return this;
        }

        /** Default is to look for nodes by multicast. */
        public Builder discovery(boolean value) {
            discovery = value;
            return this;
        }

        /** Default is the zone of this system. */
        public Builder zone(ZoneId value) {
            zone = value;
            return this;
        }

        /** Default is none, so that no device can be commissioned. */
        public Builder paaDirectory(Path value) {
            paaDirectory = Optional.of(value);
            return this;
        }

        /** Default is none, so that no device can be commissioned. */
        public Builder declarationSigners(Path value) {
            declarationSigners = Optional.of(value);
            return this;
        }

        /** Default is not to allow it. */
        public Builder testAttestation(boolean value) {
            testAttestation = value;
            return this;
        }

        /** Default is to refuse every device that is not proven to be what it says. */
        public Builder attestationPolicy(AttestationPolicy value) {
            attestationPolicy = value;
            return this;
        }

        /** Default is 0xFFF1, for tests. */
        public Builder vendorId(int value) {
            vendorId = value;
            return this;
        }

        /** @throws IllegalArgumentException if the vendor id is out of its range */
        public MatterConfig build() {
            return new MatterConfig(
                    local,
                    discovery,
                    zone,
                    paaDirectory,
                    declarationSigners,
                    testAttestation,
                    attestationPolicy,
                    vendorId);
        }
    }
}
