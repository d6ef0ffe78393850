package org.lockcredentials.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A store's key and the file that it has below a directory.
 *
 * <p>{@code =} stands in no word, so it tells values ({@code word=value}), folders ({@code word=}) and the store's own files
 * ({@code =lock}) apart, and keeps words that an operating system reserves ({@code con}, {@code nul}, a dot at the end) from being names. A capital
 * is written {@code +c}, because many file systems take {@code A} and {@code a} for one name.
 */
record StateKey(String text) {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final int MAX_WORDS = 8;
    private static final String VALUE = "=value";

    /** @throws IllegalArgumentException if {@code text} is not a key */
    StateKey {
        String[] words = text.split("/", -1);
        boolean wellFormed = words.length <= MAX_WORDS;
        for (String word : words) {
            wellFormed &= WORD.matcher(word).matches() && !word.equals(".") && !word.equals("..");
        }
        if (!wellFormed) {
            throw new IllegalArgumentException("not a state key: " + text);
        }
    }

    /** The folders below the store's directory, from the outermost, and the file's name at the end. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (String word : text.split("/", -1)) {
            names.add(escaped(word) + "=");
        }
        int last = names.size() - 1;
        names.set(last, names.get(last) + "value");
        return names;
    }

    /** The key whose value a file holds, or empty if it holds none. */
    static Optional<StateKey> ofFile(Path relative) {
        List<String> words = new ArrayList<>();
        for (Path name : relative) {
            words.add(name.toString());
        }
        int last = words.size() - 1;
        if (!words.get(last).endsWith(VALUE)) {
            return Optional.empty();
        }
        words.replaceAll(name -> unescaped(name.substring(0, name.lastIndexOf('='))));
        try {
            return Optional.of(new StateKey(String.join("/", words)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean isBelow(StateKey prefix) {
        return text.startsWith(prefix.text + "/");
    }

    private static String escaped(String word) {
        StringBuilder name = new StringBuilder();
        for (char c : word.toCharArray()) {
            if (c >= 'A' && c <= 'Z') {
                name.append('+');
            }
            name.append(Character.toLowerCase(c));
        }
        return name.toString();
    }

    private static String unescaped(String name) {
        return Pattern.compile("\\+([a-z])")
                .matcher(name)
                .replaceAll(capital -> capital.group(1).toUpperCase(Locale.ROOT));
    }
}
