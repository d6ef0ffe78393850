package org.lockcredentials.zwave.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.zwave.frame.FrameParser.Found;

final class FrameParserProperties {

    /** However a stream is split, the same frames are found in it. */
    @Property(tries = 2_000)
    void splittingChangesNothing(@ForAll("frames") List<Frame> frames, @ForAll long seed) {
        byte[] stream = stream(frames);
        List<Frame> found = new ArrayList<>();
        FrameParser parser = new FrameParser();
        Random random = new Random(seed);
        for (int from = 0; from < stream.length; ) {
            int to = Math.min(stream.length, from + 1 + random.nextInt(9));
            parser.feed(Arrays.copyOfRange(stream, from, to), keep(found));
            from = to;
        }
        assertEquals(frames, found);
    }

    /** A million random and mutated streams: nothing is thrown, and after garbage and a pause the next frame is found. */
    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void garbageEndsWithAPause(@ForAll long seed) {
        Random random = new Random(seed);
        DataFrame probe = DataFrame.request(0x15);
        FrameParser parser = new FrameParser();
        for (int i = 0; i < 50_000; i++) {
            byte[] stream = mutated(random);
            parser.feed(stream, found -> {});
            parser.quiet();
            List<Frame> found = new ArrayList<>();
            parser.feed(probe.encode(), keep(found));
            assertEquals(List.of(probe), found);
        }
    }

    /** One wrong bit is never taken for a frame, and two in different places of their bytes are not either. */
    @Property(tries = 2_000)
    void damageShows(@ForAll("frames") List<Frame> frames, @ForAll long seed) {
        Random random = new Random(seed);
        for (Frame frame : frames) {
            if (!(frame instanceof DataFrame data)) {
                continue;
            }
            byte[] damaged = data.encode();
            int at = 2 + random.nextInt(damaged.length - 2);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            List<Frame> found = new ArrayList<>();
            new FrameParser().feed(damaged, keep(found));
            assertTrue(found.isEmpty());
        }
    }

    @Provide
    Arbitrary<List<Frame>> frames() {
        Arbitrary<Frame> data = Arbitraries.of(DataFrame.Type.values())
                .flatMap(type -> Arbitraries.integers()
                        .between(0, 255)
                        .flatMap(function -> Arbitraries.bytes()
                                .array(byte[].class)
                                .ofMaxSize(DataFrame.MAX_PARAMETERS)
                                .map(parameters -> new DataFrame(type, function, parameters))));
        return Arbitraries.oneOf(data, Arbitraries.of(ControlFrame.values()))
                .list()
                .ofMaxSize(8);
    }

    private static byte[] mutated(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(24)];
        random.nextBytes(bytes);
        if (random.nextBoolean()) {
            bytes = DataFrame.request(random.nextInt(256), bytes).encode();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static byte[] stream(List<Frame> frames) {
        ByteWriter writer = new ByteWriter();
        frames.forEach(frame -> writer.bytes(frame.encode()));
        return writer.toBytes();
    }

    private static java.util.function.Consumer<Found> keep(List<Frame> frames) {
        return found -> {
            if (found instanceof Found.Whole whole) {
                frames.add(whole.frame());
            }
        };
    }
}
