package org.lockcredentials.matter.securechannel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.session.SessionParameters;
import org.lockcredentials.matter.tlv.Inputs;

class HandshakeDecoderProperties {

    private static final int INPUTS = 1_000_000;
    private static final SessionParameters PARAMETERS = SessionParameters.DEFAULT;

    private interface Decoder {

        /** What was read, written again. */
        byte[] rewrite(byte[] payload) throws DecodeException;
    }

    private record Kind(byte[] sample, Decoder decoder) {}

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 0x5A);
        return bytes;
    }

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    new PbkdfParamRequest(bytes(32), 17, 0, false, PARAMETERS).encode(),
                    payload -> PbkdfParamRequest.decode(payload).encode()),
            new Kind(
                    new PbkdfParamResponse(
                                    bytes(32),
                                    bytes(32),
                                    18,
                                    Optional.of(new PbkdfParamResponse.Stretching(1000, bytes(16))),
                                    PARAMETERS)
                            .encode(),
                    payload -> PbkdfParamResponse.decode(payload, PARAMETERS).encode()),
            new Kind(
                    new Pake1(bytes(65)).encode(),
                    payload -> Pake1.decode(payload).encode()),
            new Kind(
                    new Pake2(bytes(65), bytes(32)).encode(),
                    payload -> Pake2.decode(payload).encode()),
            new Kind(
                    new Pake3(bytes(32)).encode(),
                    payload -> Pake3.decode(payload).encode()),
            new Kind(
                    new Sigma1(
                                    bytes(32),
                                    19,
                                    bytes(32),
                                    bytes(65),
                                    PARAMETERS,
                                    Optional.of(new Sigma1.Resumption(bytes(16), bytes(16))))
                            .encode(),
                    payload -> Sigma1.decode(payload).encode()),
            new Kind(
                    new Sigma2(bytes(32), 20, bytes(65), bytes(300), PARAMETERS).encode(),
                    payload -> Sigma2.decode(payload, PARAMETERS).encode()),
            new Kind(
                    new Sigma3(bytes(300)).encode(),
                    payload -> Sigma3.decode(payload).encode()),
            new Kind(
                    new Sigma2Resume(bytes(16), bytes(16), 21, PARAMETERS).encode(),
                    payload -> Sigma2Resume.decode(payload, PARAMETERS).encode()),
            new Kind(
                    new SignedIdentity(bytes(240), Optional.of(bytes(250)), bytes(64), Optional.of(bytes(16))).encode(),
                    payload -> SignedIdentity.decode(payload).encode()),
            new Kind(
                    new StatusReport(8, ProtocolId.SECURE_CHANNEL, 4, bytes(2)).encode(),
                    payload -> StatusReport.decode(payload).encode()));

    @Example
    void everyMessageComesBackTheSame() throws DecodeException {
        for (Kind kind : KINDS) {
            assertArrayEquals(kind.sample, kind.decoder.rewrite(kind.sample));
        }
    }

    /** Valid messages with some bytes changed, cut off or put in; every message reads all that it accepts. */
    @Example
    void aMillionInputsRaiseNothingButDecodeException() {
        int decoded = Inputs.onShallowStack(HandshakeDecoderProperties::tried);
        assertTrue(decoded > INPUTS / 20, "only " + decoded + " inputs were messages");
    }

    private static int tried() {
        SplittableRandom random = new SplittableRandom(0x20);
        int decoded = 0;
        for (int i = 0; i < INPUTS; i++) {
            Kind kind = KINDS.get(i % KINDS.size());
            byte[] input = mutated(kind.sample, random);
            try {
                kind.decoder.rewrite(input);
                decoded++;
            } catch (DecodeException refused) {
                assertTrue(refused.getMessage().length() < 200, refused.getMessage());
            }
        }
        return decoded;
    }

    @Example
    void aMillionRandomInputsToo() {
        int refusals = Inputs.onShallowStack(HandshakeDecoderProperties::triedRandom);
        assertTrue(refusals > INPUTS / 2, "refused " + refusals);
    }

    private static int triedRandom() {
        SplittableRandom random = new SplittableRandom(0x21);
        int refusals = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = new byte[random.nextInt(64)];
            random.nextBytes(input);
            if (input.length > 0 && i % 2 == 0) {
                input[0] = 0x15;
            }
            try {
                KINDS.get(i % KINDS.size()).decoder.rewrite(input);
            } catch (DecodeException refused) {
                refusals++;
            }
        }
        return refusals;
    }

    /** What a node may make its commissioner do is bounded, section 3.9. */
    @Example
    void stretchingHasBounds() {
        for (int iterations : new int[] {0, 999, 100_001}) {
            byte[] response = new PbkdfParamResponse(
                            bytes(32),
                            bytes(32),
                            1,
                            Optional.of(new PbkdfParamResponse.Stretching(iterations, bytes(16))),
                            PARAMETERS)
                    .encode();
            assertEquals(Optional.empty(), decoded(response));
        }
    }

    private static Optional<PbkdfParamResponse> decoded(byte[] response) {
        try {
            return Optional.of(PbkdfParamResponse.decode(response, PARAMETERS));
        } catch (DecodeException refused) {
            return Optional.empty();
        }
    }

    private static byte[] mutated(byte[] sample, SplittableRandom random) {
        byte[] input = sample.clone();
        for (int n = random.nextInt(3); n >= 0; n--) {
            input[random.nextInt(input.length)] = (byte) random.nextInt(256);
        }
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(input, random.nextInt(input.length));
            case 1 -> Arrays.copyOf(input, input.length + random.nextInt(1, 4));
            default -> input;
        };
    }
}
