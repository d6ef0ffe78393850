package org.lockcredentials.zwave.network;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.inclusion.InclusionStep;
import org.lockcredentials.zwave.inclusion.ProvisionedNode;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.SecurityClass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers by the provisioning list: everything is known beforehand. */
final class ProvisionedAttendant implements Attendant {

    private static final Logger log = LoggerFactory.getLogger(ProvisionedAttendant.class);

    private final ProvisionedNode entry;

    ProvisionedAttendant(ProvisionedNode entry) {
        this.entry = entry;
    }

    @Override
    public void step(InclusionStep step) {
        log.debug("SmartStart of {}: {}", entry.code().dsk(), step);
    }

    @Override
    public CompletableFuture<Set<SecurityClass>> grant(Set<SecurityClass> requested) {
        return CompletableFuture.completedFuture(
                requested.stream().filter(entry.granted()::contains).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public CompletableFuture<Dsk> confirm(Octets shown) {
        return CompletableFuture.completedFuture(entry.code().dsk());
    }

    /** Who asks for keys by its QR code is never without. */
    @Override
    public boolean allowsInsecure() {
        return false;
    }
}
