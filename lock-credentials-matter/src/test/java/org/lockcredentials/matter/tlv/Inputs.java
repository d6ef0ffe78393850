package org.lockcredentials.matter.tlv;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.lockcredentials.internal.bytes.DecodeException;

/** A million byte strings for a decoder that must raise nothing but {@link DecodeException}; fewer with {@code -Dmatter.inputs=N}. */
public final class Inputs {

    private static final int COUNT = Integer.getInteger("matter.inputs", 1_000_000);

    /** Every so many inputs are valid bytes with a few changes, which come furthest and cost most. */
    private static final int MUTANTS = 64;

    private Inputs() {}

    /** Something that takes bytes apart. */
    public interface Decoder {

        void decode(byte[] input) throws DecodeException;
    }

    /** Tries the decoder with changed valid bytes, with valid beginnings that end in anything, and with anything. */
    public static int decoded(List<byte[]> valid, long seed, Decoder decoder) {
        FutureTask<Integer> half = started(() -> tried(COUNT / 2, valid, new SplittableRandom(seed), decoder));
        FutureTask<Integer> other =
                started(() -> tried(COUNT - COUNT / 2, valid, new SplittableRandom(~seed), decoder));
        int decoded = result(half) + result(other);
        assertTrue(decoded >= COUNT / MUTANTS / 16, "only " + decoded + " inputs were read");
        return decoded;
    }

    /** Runs a loop of many refusals where they cost little: an exception costs by the depth of its stack, and a test's is deep. */
    public static <T> T onShallowStack(Callable<T> loop) {
        return result(started(loop));
    }

    private static <T> FutureTask<T> started(Callable<T> loop) {
        FutureTask<T> task = new FutureTask<>(loop);
        Thread thread = new Thread(task, "inputs");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static <T> T result(FutureTask<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static int tried(int count, List<byte[]> valid, SplittableRandom random, Decoder decoder) {
        int decoded = 0;
        for (int i = 0; i < count; i++) {
            byte[] good = valid.get(random.nextInt(valid.size()));
            byte[] input = i % MUTANTS == 0 ? Mutation.of(good, random) : random(good, random, i % 16 == 1);
            try {
                decoder.decode(input);
                decoded++;
            } catch (DecodeException refused) {
                assertTrue(refused.getMessage().length() < 200, refused.getMessage());
            }
        }
        return decoded;
    }

    private static byte[] random(byte[] good, SplittableRandom random, boolean begins) {
        byte[] input = new byte[random.nextInt(64)];
        random.nextBytes(input);
        if (!begins) {
            return input;
        }
        byte[] whole = good.clone();
        int end = random.nextInt(whole.length + 1);
        System.arraycopy(input, 0, whole, end, Math.min(input.length, whole.length - end));
        return whole;
    }
}
