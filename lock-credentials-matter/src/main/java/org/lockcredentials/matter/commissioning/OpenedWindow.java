package org.lockcredentials.matter.commissioning;

import java.time.Instant;
import org.lockcredentials.matter.setup.SetupPayload;

/**
 * A commissioning window that is open for another administrator.
 *
 * @param payload what that one needs, as QR code or manual pairing code; the caller closes it
 * @param until when the node closes the window
 */
public record OpenedWindow(SetupPayload payload, Instant until) {}
