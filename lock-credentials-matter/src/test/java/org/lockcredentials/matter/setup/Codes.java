package org.lockcredentials.matter.setup;

import java.nio.charset.StandardCharsets;
import org.lockcredentials.Secret;

/** Shows what a secret of a test's own choosing holds. */
final class Codes {

    private Codes() {}

    static String text(Secret secret) {
        return secret.use(bytes -> new String(bytes, StandardCharsets.US_ASCII));
    }

    static String passcode(SetupPayload payload) {
        return text(payload.passcode());
    }
}
