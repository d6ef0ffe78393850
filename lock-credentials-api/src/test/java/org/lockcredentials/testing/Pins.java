package org.lockcredentials.testing;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.lockcredentials.Secret;

/**
 * Codes for tests, no two alike in one test process, and each one looked for when the process ends.
 *
 * <p>They are eight digits long or more: shorter ones would be found by chance.
 */
public final class Pins {

    private static final int SHORTEST = 6;
    private static final int EIGHT_DIGITS = 100_000_000;

    /** Prime to 10, so that the first hundred million codes differ. */
    private static final long STEP = 61_803_399L;

    private static final AtomicInteger DRAWN = new AtomicInteger();
    private static final Set<String> ALL = ConcurrentHashMap.newKeySet();

    private Pins() {}

    /** Eight digits that were not used before. */
    public static String next() {
        return drawn("%08d");
    }

    /** Nine digits that were not used before, of which the first is 0. */
    public static String nextWithLeadingZero() {
        return drawn("0%08d");
    }

    /** A password of ten letters and digits that was not used before. */
    public static String nextPassword() {
        return drawn("Pw%08d");
    }

    /** {@link #next} as a secret. */
    public static Secret secret() {
        return Secret.of(next());
    }

    /**
     * Has a code of the test's own choosing looked for.
     *
     * @throws IllegalArgumentException if it has fewer than six characters, or all of them are the same
     */
    public static String watch(String code) {
        if (code.length() < SHORTEST || isPlain(code)) {
            throw new IllegalArgumentException("a code that short or plain would be found by chance");
        }
        ALL.add(code);
        return code;
    }

    static Set<String> drawn() {
        return Set.copyOf(ALL);
    }

    private static String drawn(String form) {
        String code = String.format(Locale.ROOT, form, scrambled());
        while (isPlain(code)) {
            code = String.format(Locale.ROOT, form, scrambled());
        }
        return watch(code);
    }

    private static boolean isPlain(String code) {
        return code.chars().distinct().count() < 3;
    }

    private static long scrambled() {
        return (27_182_818L + DRAWN.getAndIncrement() * STEP) % EIGHT_DIGITS;
    }
}
