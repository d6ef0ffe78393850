package org.lockcredentials.zwave.security.s2;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.SecretBytes;
import org.lockcredentials.zwave.command.security2.Extension;
import org.lockcredentials.zwave.command.security2.S2Message;
import org.lockcredentials.zwave.command.security2.S2Nonce;

/**
 * The plaintext of a message beside its extensions (SDS13783 §3.6.5.3).
 *
 * @param command empty if the message carries none
 * @param extensions both in the clear and encrypted
 * @param understood false if a critical extension is unknown, at the wrong place or of the wrong length
 */
record Envelope(Optional<Secret> command, List<Extension> extensions, boolean understood) {

    private static final int GROUP_AND_STATE = 17;

    static Envelope read(S2Message message, byte[] plaintext) throws DecodeException {
        ByteReader in = ByteReader.of(plaintext);
        List<Extension> encrypted = message.hasEncryptedExtensions() ? Extension.read(in) : List.of();
        List<Extension> clear = message.extensions();
        boolean understood = clear.stream().allMatch(each -> !each.critical() || isKnownInClear(each))
                && encrypted.stream().allMatch(each -> !each.critical() || isKnownEncrypted(each))
                && (group(clear).isEmpty() || encrypted.stream().noneMatch(Envelope::isKnownEncrypted));
        return new Envelope(in.isEmpty() ? Optional.empty() : Optional.of(SecretBytes.rest(in)), clear, understood);
    }

    /** The sender's entropy, if a message carries it. */
    static Optional<Octets> senderEntropy(S2Message message) {
        return message.extensions().stream()
                .filter(each -> each.type() == Extension.SPAN && isKnownInClear(each))
                .map(Extension::content)
                .findFirst();
    }

    /** The multicast group that the message follows up. */
    OptionalInt group() {
        return group(extensions);
    }

    private static OptionalInt group(List<Extension> clear) {
        return clear.stream()
                .filter(each -> each.type() == Extension.MGRP && isKnownInClear(each))
                .mapToInt(each -> each.content().at(0))
                .findFirst();
    }

    private static boolean isKnownInClear(Extension extension) {
        int length = extension.content().length();
        return switch (extension.type()) {
            case Extension.SPAN -> length == S2Nonce.ENTROPY;
            case Extension.MGRP -> length == 1;
            case Extension.MOS -> length == 0;
            default -> false;
        };
    }

    private static boolean isKnownEncrypted(Extension extension) {
        return extension.type() == Extension.MPAN && extension.content().length() == GROUP_AND_STATE;
    }
}
