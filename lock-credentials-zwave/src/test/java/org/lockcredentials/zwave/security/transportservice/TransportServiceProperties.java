package org.lockcredentials.zwave.security.transportservice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.security0.S0Nonce;
import org.lockcredentials.zwave.command.transportservice.Segment;
import org.lockcredentials.zwave.command.transportservice.SegmentControl;

/** A datagram over a line that drops, doubles, reorders and corrupts: it is delivered once, or the sender gives up. */
class TransportServiceProperties {

    private static final int BOUND = 3_000;

    private final List<byte[]> toReceiver = new ArrayList<>();
    private final List<byte[]> toSender = new ArrayList<>();

    @Property(tries = 2_000)
    void deliveredOnceOrFailed(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 2047) int size,
            @ForAll @IntRange(max = 60) int trouble) {
        SplittableRandom random = new SplittableRandom(seed);
        toReceiver.clear();
        toSender.clear();
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        Secret datagram = Secret.of(bytes);
        SegmentSender sender = new SegmentSender(datagram, 3);
        SegmentReceiver receiver = new SegmentReceiver();
        List<Secret> delivered = new ArrayList<>();
        Step step = sender.start();
        queue(step);
        int steps = 0;
        while (!(step instanceof Step.Delivered || step instanceof Step.Failed)) {
            assertTrue(steps++ < BOUND, "the sender never comes to an end");
            if (!toReceiver.isEmpty()) {
                if (decoded(next(toReceiver, random, trouble)) instanceof Segment segment) {
                    answered(receiver.onSegment(segment), delivered);
                }
            } else if (!toSender.isEmpty()) {
                if (decoded(next(toSender, random, trouble)) instanceof SegmentControl control) {
                    step = sender.onControl(control);
                    queue(step);
                }
            } else if (random.nextBoolean()) {
                answered(receiver.onTimeout(), delivered);
            } else {
                step = sender.onTimeout();
                queue(step);
            }
        }
        for (byte[] late : toReceiver) {
            if (decoded(late) instanceof Segment segment) {
                answered(receiver.onSegment(segment), delivered);
            }
        }
        assertTrue(delivered.size() <= 1, "delivered " + delivered.size() + " times");
        delivered.forEach(each -> assertEquals(datagram, each));
        assertTrue(step instanceof Step.Failed || delivered.size() == 1, "confirmed and not delivered");
        assertTrue(trouble > 0 || step instanceof Step.Delivered, "failed without trouble");
    }

    private void queue(Step step) {
        if (step instanceof Step.Send send) {
            send.segments().forEach(each -> toReceiver.add(each.encode()));
        } else if (step instanceof Step.Pause) {
            toReceiver.clear();
        }
    }

    private void answered(Received received, List<Secret> delivered) {
        if (received instanceof Received.Incomplete incomplete) {
            incomplete.request().ifPresent(each -> toSender.add(each.encode()));
        } else if (received instanceof Received.Complete complete) {
            toSender.add(complete.confirmation().encode());
            complete.datagram().ifPresent(delivered::add);
        } else if (received instanceof Received.Refused refused) {
            toSender.add(refused.answer().encode());
        }
    }

    /** What comes out of the line next: with as many per cent of trouble, nothing, something else, twice, or damaged. */
    private static byte[] next(List<byte[]> line, SplittableRandom random, int trouble) {
        if (random.nextInt(100) >= trouble) {
            return line.remove(0);
        }
        byte[] frame = line.remove(random.nextInt(line.size()));
        return switch (random.nextInt(4)) {
            case 0 -> new byte[0];
            case 1 -> {
                line.add(random.nextInt(line.size() + 1), frame);
                yield frame;
            }
            case 2 -> {
                byte[] damaged = frame.clone();
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                // The radio's own checksum covers the answers, which have none.
                yield frame.length > 4 ? damaged : new byte[0];
            }
            default -> frame;
        };
    }

    /** What was sent, or some command that is none of these if it was damaged. */
    private static Command decoded(byte[] frame) {
        try {
            return Commands.decode(frame);
        } catch (DecodeException corrupt) {
            return new S0Nonce.Get();
        }
    }
}
