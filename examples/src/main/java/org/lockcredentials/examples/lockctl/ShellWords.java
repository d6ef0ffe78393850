package org.lockcredentials.examples.lockctl;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into words as a POSIX shell does: blanks, both kinds of quotes, backslashes, and {@code #} comments. */
final class ShellWords {

    private static final char NONE = 0;

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;

    private ShellWords() {}

    /** @throws IllegalArgumentException if a quote is not closed or the line ends in a backslash; the line is not repeated */
    static List<String> split(String line) {
        ShellWords splitter = new ShellWords();
        splitter.read(line);
        return List.copyOf(splitter.words);
    }

    private void read(String line) {
        char quote = NONE;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == quote) {
                quote = NONE;
            } else if (quote == NONE && (c == '\'' || c == '"')) {
                quote = c;
                inWord = true;
            } else if (c == '\\' && escapes(quote, line, i)) {
                take(line.charAt(++i));
            } else if (quote == NONE && Character.isWhitespace(c)) {
                endWord();
            } else if (quote == NONE && c == '#' && !inWord) {
                return;
            } else {
                take(c);
            }
        }
        if (quote != NONE) {
            throw new IllegalArgumentException("a quote is not closed");
        }
        endWord();
    }

    private static boolean escapes(char quote, String line, int at) {
        if (quote == '\'') {
            return false;
        }
        if (at + 1 == line.length()) {
            throw new IllegalArgumentException("the line ends in a backslash");
        }
        return quote == NONE || "\"\\$`".indexOf(line.charAt(at + 1)) >= 0;
    }

    private void take(char c) {
        word.append(c);
        inWord = true;
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
