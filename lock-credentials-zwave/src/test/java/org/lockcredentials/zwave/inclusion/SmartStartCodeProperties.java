package org.lockcredentials.zwave.inclusion;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.lockcredentials.internal.bytes.DecodeException;

final class SmartStartCodeProperties {

    /** A million inputs: random digits, and a good code with a character changed, cut or with a new checksum. */
    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void theDecoderRaisesNothingElse(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        SmartStartCode good = SmartStartCode.decode(SmartStartCodeTest.LOCK);
        for (int i = 0; i < 50_000; i++) {
            String text = i % 2 == 0 ? changed(random) : withAnyInformation(good, random);
            try {
                SmartStartCode.decode(text);
            } catch (DecodeException expected) {
                // What a decoder may raise.
            }
        }
    }

    private static String changed(Random random) {
        StringBuilder text = new StringBuilder(SmartStartCodeTest.LOCK);
        text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(128));
        text.setLength(random.nextInt(text.length() + 1));
        return text.toString();
    }

    private static String withAnyInformation(SmartStartCode good, Random random) {
        StringBuilder digits = new StringBuilder();
        random.ints(random.nextInt(60), 0, 10).forEach(digits::append);
        // A length in the middle of the block makes the rest of it anything.
        SmartStartCode.Information block =
                new SmartStartCode.Information(random.nextInt(8), random.nextBoolean(), digits.toString());
        return new SmartStartCode(true, random.nextInt(256), good.dsk(), java.util.List.of(block)).encode();
    }
}
