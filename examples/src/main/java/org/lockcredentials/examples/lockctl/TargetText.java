package org.lockcredentials.examples.lockctl;

import java.util.LinkedHashSet;
import java.util.Set;
import org.lockcredentials.LockId;
import org.lockcredentials.Target;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a TARGET: a lock id, {@code area:…}, {@code floor:…}, {@code label:…} or {@code all}, and several of them joined by commas. */
final class TargetText implements ITypeConverter<Target> {

    @Override
    public Target convert(String text) {
        try {
            return parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    /** @throws IllegalArgumentException if a part is none of these */
    static Target parse(String text) {
        Set<Target> parts = new LinkedHashSet<>();
        for (String part : text.split(",", -1)) {
            parts.add(one(part.strip()));
        }
        return parts.size() == 1 ? parts.iterator().next() : new Target.AnyOf(parts);
    }

    private static Target one(String part) {
        int colon = part.indexOf(':');
        String rest = part.substring(colon + 1).strip();
        return switch (colon < 0 ? part : part.substring(0, colon)) {
            case "all" -> new Target.All();
            case "area" -> new Target.Area(word(rest));
            case "floor" -> new Target.Floor(word(rest));
            case "label" -> new Target.Label(word(rest));
            default -> new Target.One(LockId.parse(part));
        };
    }

    private static String word(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("area:, floor: and label: need a word");
        }
        return text;
    }
}
