package org.lockcredentials.matter;

import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.lockcredentials.Secret;

/**
 * A device that shall join the fabric.
 *
 * @param code the QR code's text, {@code MT:} included, or a manual pairing code of 11 or 21 digits; stays the caller's to wipe, after the future is done
 * @param address where the device is; if empty it is looked for
 * @param label a name for the device to keep, up to 32 octets
 * @param progress hears the name of each step as it begins; never blocks
 */
public record CommissioningRequest(
        Secret code, Optional<InetSocketAddress> address, Optional<String> label, Consumer<String> progress) {

    public CommissioningRequest {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(progress, "progress");
    }

    /** A device that is looked for by its code. */
    public static CommissioningRequest of(Secret code) {
        return new CommissioningRequest(code, Optional.empty(), Optional.empty(), step -> {});
    }

    public CommissioningRequest at(InetSocketAddress where) {
        return new CommissioningRequest(code, Optional.of(where), label, progress);
    }

    public CommissioningRequest labelled(String name) {
        return new CommissioningRequest(code, address, Optional.of(name), progress);
    }

    public CommissioningRequest tellingSteps(Consumer<String> listener) {
        return new CommissioningRequest(code, address, label, listener);
    }
}
