package org.lockcredentials.matter;

import java.time.Instant;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.commissioning.OpenedWindow;
import org.lockcredentials.matter.setup.SetupPayload;

/**
 * The time in which another administrator may take a device into its fabric as well.
 *
 * @param manualCode 11 digits that the other administrator is told; closing wipes it
 * @param qrCode the same as the text of a QR code; closing wipes it
 * @param until when the device stops to wait
 */
public record PairingWindow(Secret manualCode, Secret qrCode, Instant until) implements AutoCloseable {

    static PairingWindow of(OpenedWindow opened) {
        try (SetupPayload payload = opened.payload()) {
            return new PairingWindow(payload.toManualCode(), payload.toQrCode(), opened.until());
        }
    }

    @Override
    public void close() {
        manualCode.wipe();
        qrCode.wipe();
    }
}
