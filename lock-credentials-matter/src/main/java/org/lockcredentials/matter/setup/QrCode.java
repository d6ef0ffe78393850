package org.lockcredentials.matter.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** The text of a QR code: fields of bits, the lowest bit first, in characters of base 38 (Matter Core 5.1.3). */
final class QrCode {

    private static final byte[] PREFIX = {'M', 'T', ':'};
    private static final byte SEPARATOR = '*';

    /** The fixed fields; what follows is TLV that commissioning does not need. */
    private static final int PACKED = 11;

    /** A QR code holds no more characters than that. */
    private static final int LONGEST = 4_296;

    private QrCode() {}

    static boolean isQrCode(Secret code) {
        return code.use(text -> begins(text, start(text)));
    }

    static List<SetupPayload> decode(Secret code) throws DecodeException {
        byte[] text = code.use(byte[]::clone);
        List<SetupPayload> payloads = new ArrayList<>();
        try {
            int from = start(text) + PREFIX.length;
            int end = end(text);
            if (end - from > LONGEST) {
                throw new DecodeException("no QR code holds " + text.length + " characters");
            }
            for (int at = from; at <= end; at++) {
                if (at == end || text[at] == SEPARATOR) {
                    payloads.add(payload(Arrays.copyOfRange(text, from, at)));
                    from = at + 1;
                }
            }
            return List.copyOf(payloads);
        } catch (DecodeException refused) {
            payloads.forEach(SetupPayload::close);
            throw refused;
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    static Secret encode(SetupPayload payload) {
        if (payload.discriminator().isShort()) {
            throw new IllegalArgumentException("a QR code holds the long discriminator");
        }
        Bits bits = new Bits(new byte[PACKED]);
        bits.write(3, 0);
        bits.write(16, payload.vendorId().orElse(0));
        bits.write(16, payload.productId().orElse(0));
        bits.write(2, payload.flow().value());
        bits.write(8, payload.capabilities().map(DiscoveryCapability::encode).orElse(0));
        bits.write(12, payload.discriminator().value());
        bits.write(27, Passcode.number(payload.passcode()));
        byte[] characters = Base38.encode(bits.bytes);
        byte[] text = new ByteWriter().bytes(PREFIX).bytes(characters).takeBytes();
        try {
            return Secret.of(text);
        } finally {
            Arrays.fill(bits.bytes, (byte) 0);
            Arrays.fill(characters, (byte) 0);
            Arrays.fill(text, (byte) 0);
        }
    }

    private static SetupPayload payload(byte[] characters) throws DecodeException {
        byte[] packed = Base38.decode(characters);
        try {
            if (packed.length < PACKED) {
                throw new DecodeException("a QR code has " + PACKED + " bytes or more, not " + packed.length);
            }
            Bits bits = new Bits(packed);
            int version = bits.read(3);
            if (version != 0) {
                throw new DecodeException("version " + version + " of QR codes is not known");
            }
            int vendor = bits.read(16);
            int product = bits.read(16);
            CommissioningFlow flow = CommissioningFlow.of(bits.read(2));
            int capabilities = bits.read(8);
            Discriminator discriminator = Discriminator.ofLong(bits.read(12));
            int passcode = bits.read(27);
            if (bits.read(4) != 0) {
                throw new DecodeException("the padding is not 0");
            }
            if (!Passcode.isValid(passcode)) {
                throw new DecodeException("no device may have this passcode");
            }
            return new SetupPayload(
                    discriminator,
                    Passcode.of(passcode),
                    flow,
                    Optional.of(DiscoveryCapability.decode(capabilities)),
                    Optional.of(vendor).filter(id -> id != 0),
                    Optional.of(product).filter(id -> id != 0));
        } finally {
            Arrays.fill(packed, (byte) 0);
            Arrays.fill(characters, (byte) 0);
        }
    }

    private static boolean begins(byte[] text, int start) {
        return text.length - start >= PREFIX.length
                && Arrays.equals(text, start, start + PREFIX.length, PREFIX, 0, PREFIX.length);
    }

    private static int start(byte[] text) {
        int start = 0;
        while (start < text.length && text[start] <= ' ' && text[start] >= 0) {
            start++;
        }
        return start;
    }

    private static int end(byte[] text) {
        int end = text.length;
        while (end > 0 && text[end - 1] <= ' ' && text[end - 1] >= 0) {
            end--;
        }
        return end;
    }

    /** A walk over fields of bits. */
    private static final class Bits {

        private final byte[] bytes;
        private int position;

        Bits(byte[] bytes) {
            this.bytes = bytes;
        }

        int read(int width) {
            int value = 0;
            for (int i = 0; i < width; i++, position++) {
                value |= (bytes[position / 8] >> position % 8 & 1) << i;
            }
            return value;
        }

        void write(int width, int value) {
            for (int i = 0; i < width; i++, position++) {
                bytes[position / 8] |= (byte) ((value >> i & 1) << position % 8);
            }
        }
    }
}
