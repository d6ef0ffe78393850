package org.lockcredentials.zwave.lock;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makers of locks by their Z-Wave manufacturer identifiers; others are named by the number. */
final class Manufacturers {

    private static final Map<Integer, String> NAMES = Map.of(
            0x003B, "Schlage",
            0x0090, "Kwikset",
            0x0129, "Yale",
            0x022E, "Samsung",
            0x0230, "Danalock",
            0x0373, "ID Lock",
            0x010E, "Danalock");

    private Manufacturers() {}

    static String name(int id) {
        return Optional.ofNullable(NAMES.get(id))
                .orElseGet(() -> String.format(Locale.ROOT, "manufacturer 0x%04X", id));
    }
}
