package org.lockcredentials.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds any of many codes in text: as it stands, and in what the text's hexadecimal, decimal and Base64 parts say.
 *
 * <p>Text is decoded rather than codes encoded, because a code in the middle of a longer frame has many encodings.
 */
final class CodeSearch {

    private static final int PREFIX = 6;
    private static final int TABLE = 1 << 22;
    private static final Pattern HEX = Pattern.compile("(?:(?:0x)?[0-9A-Fa-f]{2}[ :,_-]{0,2}){6,}");
    private static final Pattern DECIMAL = Pattern.compile("(?:-?\\d{1,3}[, ;]{1,2}){5,}-?\\d{1,3}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{8,}");

    private final BitSet seen = new BitSet(TABLE);
    private final Map<String, List<String>> byPrefix = new HashMap<>();

    CodeSearch(Iterable<String> codes) {
        for (String code : codes) {
            String bytes = asBytes(code);
            String prefix = bytes.substring(0, PREFIX);
            seen.set(hash(bytes, 0));
            byPrefix.computeIfAbsent(prefix, first -> new ArrayList<>()).add(bytes);
        }
    }

    /** True if the text holds a code in any form. */
    boolean finds(String text) {
        return holds(asBytes(text)) || findsHex(text) || findsDecimal(text) || findsBase64(text);
    }

    private boolean findsHex(String text) {
        Matcher runs = HEX.matcher(text);
        while (runs.find()) {
            String digits = runs.group().replace("0x", "").replaceAll("[^0-9A-Fa-f]", "");
            for (int offset = 0; offset < 2; offset++) {
                String even = digits.substring(offset, digits.length() - (digits.length() - offset) % 2);
                if (holds(new String(HexFormat.of().parseHex(even), ISO_8859_1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean findsDecimal(String text) {
        Matcher runs = DECIMAL.matcher(text);
        while (runs.find()) {
            StringBuilder bytes = new StringBuilder();
            for (String number : runs.group().split("[, ;]+")) {
                bytes.append((char) (Integer.parseInt(number) & 0xFF));
            }
            if (holds(bytes.toString())) {
                return true;
            }
        }
        return false;
    }

    private boolean findsBase64(String text) {
        Matcher runs = BASE64.matcher(text);
        while (runs.find()) {
            String run = runs.group().replace('-', '+').replace('_', '/');
            for (int offset = 0; offset < 4; offset++) {
                int length = (run.length() - offset) / 4 * 4;
                int rest = (run.length() - offset) % 4;
                int end = offset + length + (rest == 1 ? 0 : rest);
                byte[] bytes = Base64.getDecoder().decode(run.substring(offset, end));
                if (holds(new String(bytes, ISO_8859_1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean holds(String bytes) {
        for (int at = 0; at + PREFIX <= bytes.length(); at++) {
            if (seen.get(hash(bytes, at))) {
                int start = at;
                List<String> candidates = byPrefix.getOrDefault(bytes.substring(at, at + PREFIX), List.of());
                if (candidates.stream().anyMatch(code -> bytes.startsWith(code, start))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int hash(String bytes, int at) {
        int hash = 0;
        for (int i = 0; i < PREFIX; i++) {
            hash = hash * 31 + bytes.charAt(at + i);
        }
        return (hash ^ hash >>> 11) & TABLE - 1;
    }

    private static String asBytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
