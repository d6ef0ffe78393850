package org.lockcredentials.internal.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * The codes of a user that is disabled by taking them off the lock. The one record that is not text: text would leave copies
 * of the codes in strings, which nobody can wipe.
 *
 * <p>Form: version 1 (1 byte); then for each code the length of its type's name (1 byte), the name, the slot (2 bytes),
 * the length of the code (2 bytes), the code.
 */
final class KeptCodes {

    private static final int VERSION = 1;

    private KeptCodes() {}

    static byte[] encode(Map<Credential, Secret> codes) {
        ByteWriter out = new ByteWriter().u8(VERSION);
        codes.forEach((place, code) -> {
            byte[] type = place.type().name().getBytes(StandardCharsets.US_ASCII);
            out.u8(type.length).bytes(type).u16(place.slot()).u16(code.length());
            code.use(out::bytes);
        });
        return out.takeBytes();
    }

    static Map<Credential, Secret> decode(byte[] bytes) throws DecodeException {
        return decode(bytes, new LinkedHashMap<>());
    }

    /** @param codes where they go; those that were read before one that cannot be are wiped */
    static Map<Credential, Secret> decode(byte[] bytes, Map<Credential, Secret> codes) throws DecodeException {
        ByteReader in = ByteReader.of(bytes);
        if (in.u8() != VERSION) {
            throw new DecodeException("kept codes in a form of another version");
        }
        try {
            while (!in.isEmpty()) {
                decodeNext(in, codes);
            }
            return codes;
        } catch (DecodeException malformed) {
            codes.values().forEach(Secret::wipe);
            throw malformed;
        }
    }

    private static void decodeNext(ByteReader in, Map<Credential, Secret> codes) throws DecodeException {
        String type = new String(in.bytes(in.u8()), StandardCharsets.US_ASCII);
        Credential place = new Credential(Lines.constant(CredentialType.class, type), slot(in.u16()));
        byte[] code = in.bytes(in.u16());
        Optional.ofNullable(codes.put(place, Secret.of(code))).ifPresent(Secret::wipe);
        Arrays.fill(code, (byte) 0);
    }

    private static int slot(int number) throws DecodeException {
        if (number == 0) {
            throw new DecodeException("kept codes name slot 0");
        }
        return number;
    }
}
