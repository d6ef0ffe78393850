package org.lockcredentials.matter.setup;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * What a QR code or a manual pairing code tells about a device (Matter Core 5.1).
 *
 * @param discriminator long from a QR code, short from a manual pairing code
 * @param passcode eight decimal digits; {@link #close} wipes it
 * @param flow what a person has to do first; a manual pairing code of 21 digits does not tell which of the two other flows it is and
 *     gives CUSTOM
 * @param capabilities where the device can be found; empty from a manual pairing code, which does not tell
 * @param vendorId 1 to 65,535, where it is told
 * @param productId 1 to 65,535, where it is told
 */
public record SetupPayload(
        Discriminator discriminator,
        Secret passcode,
        CommissioningFlow flow,
        Optional<Set<DiscoveryCapability>> capabilities,
        Optional<Integer> vendorId,
        Optional<Integer> productId)
        implements AutoCloseable {

    private static final int HIGHEST_ID = 0xFFFF;

    /** @throws IllegalArgumentException if no device may have this passcode, or an identifier is out of its range */
    public SetupPayload {
        if (!Passcode.isValid(passcode)) {
            throw new IllegalArgumentException("no device may have this passcode");
        }
        requireId(vendorId);
        requireId(productId);
        capabilities = capabilities.map(Set::copyOf);
    }

    /**
     * Reads a QR code's text, which begins with {@code MT:}, or a manual pairing code of 11 or 21 digits with any spaces and dashes.
     *
     * @param code what was scanned or typed; the caller wipes it
     * @return one payload, or several from a QR code that stands for several devices; the caller closes each
     * @throws DecodeException if it is neither, or its check digit is wrong, or no device may have its passcode; the message does not
     *     tell the code
     */
    public static List<SetupPayload> decode(Secret code) throws DecodeException {
        return QrCode.isQrCode(code) ? QrCode.decode(code) : List.of(ManualCode.decode(code));
    }

    /**
     * The text of a QR code, {@code MT:} included.
     *
     * @throws IllegalArgumentException if only the short discriminator is known
     */
    public Secret toQrCode() {
        return QrCode.encode(this);
    }

    /** A manual pairing code without dashes: 11 digits, or 21 for a flow other than the standard one. */
    public Secret toManualCode() {
        return ManualCode.encode(this);
    }

    /** Wipes the passcode. */
    @Override
    public void close() {
        passcode.wipe();
    }

    private static void requireId(Optional<Integer> id) {
        if (id.filter(value -> value < 1 || value > HIGHEST_ID).isPresent()) {
            throw new IllegalArgumentException("an identifier is 1 to 65,535 or absent");
        }
    }
}
