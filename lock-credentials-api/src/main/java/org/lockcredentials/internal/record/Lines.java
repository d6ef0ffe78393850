package org.lockcredentials.internal.record;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.schedule.Schedule;

/**
 * The form of every record: lines of words, the first of which says what the line holds; the first line names the record and the
 * version of its form, the last is {@code end}. Free text is percent-encoded into one word.
 */
final class Lines {

    private static final String END = "end";
    private static final String SCHEDULE = "schedule";

    private final List<String[]> lines;
    private int next;

    private Lines(List<String[]> lines) {
        this.lines = lines;
    }

    /** Reads a record of one kind. */
    static Lines read(byte[] bytes, String kind) throws DecodeException {
        List<String[]> lines = new ArrayList<>();
        for (String line : text(bytes).split("\n", -1)) {
            lines.add(line.split(" ", -1));
        }
        int size = lines.size();
        // Every line ends with a line feed, so what follows the last is empty; a record cut short lacks its end.
        if (size < 3 || !lines.get(size - 1)[0].isEmpty() || !lines.get(size - 2)[0].equals(END)) {
            throw new DecodeException("a record of kind " + kind + " without its end");
        }
        Lines read = new Lines(lines.subList(0, size - 2));
        String[] version = read.line(kind, 1);
        if (!version[0].equals("1")) {
            throw new DecodeException("a record of kind " + kind + " in a form of another version");
        }
        return read;
    }

    static Writer write(String kind) {
        return new Writer().line(kind, "1");
    }

    /** The words of the next line, which must be of this name and have so many. */
    String[] line(String name, int words) throws DecodeException {
        if (!at(name)) {
            throw new DecodeException("a record lacks its line '" + name + "'");
        }
        String[] line = lines.get(next++);
        if (line.length != words + 1) {
            throw new DecodeException("line '" + name + "' of a record does not have " + words + " words");
        }
        return Arrays.copyOfRange(line, 1, line.length);
    }

    /** The only word of the next line. */
    String word(String name) throws DecodeException {
        return line(name, 1)[0];
    }

    /** The text of the next line, if it is of this name. */
    Optional<String> optionalText(String name) throws DecodeException {
        return at(name) ? Optional.of(decoded(word(name))) : Optional.empty();
    }

    /** The places on the following lines, as far as they are of this name. */
    List<Credential> credentials(String name) throws DecodeException {
        List<Credential> places = new ArrayList<>();
        while (at(name)) {
            String[] words = line(name, 2);
            places.add(place(words[0], words[1]));
        }
        return places;
    }

    /** The schedules on the following lines. */
    List<Schedule> schedules() throws DecodeException {
        List<Schedule> schedules = new ArrayList<>();
        while (at(SCHEDULE)) {
            String[] line = lines.get(next++);
            schedules.add(ScheduleLine.decode(List.of(line).subList(1, line.length)));
        }
        return schedules;
    }

    boolean at(String name) {
        return next < lines.size() && lines.get(next)[0].equals(name);
    }

    /** Makes sure that nothing is left. */
    void end() throws DecodeException {
        if (next < lines.size()) {
            throw new DecodeException("a record holds a line that does not belong there");
        }
    }

    static int number(String word, int lowest, int highest) throws DecodeException {
        try {
            int number = Integer.parseInt(word);
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException ignored) {
            // Told below, like a number out of range.
        }
        throw new DecodeException("a record holds a number that is none, or not from " + lowest + " to " + highest);
    }

    static Credential place(String type, String slot) throws DecodeException {
        return new Credential(constant(CredentialType.class, type), number(slot, 1, 65_535));
    }

    static <E extends Enum<E>> E constant(Class<E> type, String word) throws DecodeException {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        throw new DecodeException("a record holds a word that is no " + type.getSimpleName());
    }

    static String decoded(String word) throws DecodeException {
        try {
            return URLDecoder.decode(word, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new DecodeException("a record holds a text that is not percent-encoded");
        }
    }

    private static String text(byte[] bytes) throws DecodeException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new DecodeException("a record is not text");
        }
    }

    /** Writes a record line by line. */
    static final class Writer {
        private final StringBuilder text = new StringBuilder();

        Writer line(String name, String... words) {
            text.append(name);
            for (String word : words) {
                text.append(' ').append(word);
            }
            text.append('\n');
            return this;
        }

        Writer text(String name, String value) {
            return line(name, URLEncoder.encode(value, StandardCharsets.UTF_8));
        }

        Writer text(String name, Optional<String> value) {
            value.ifPresent(present -> text(name, present));
            return this;
        }

        Writer credentials(String name, List<Credential> places) {
            places.forEach(place -> line(name, place.type().name(), Integer.toString(place.slot())));
            return this;
        }

        Writer schedules(List<Schedule> schedules) {
            schedules.forEach(each -> line(SCHEDULE, ScheduleLine.encode(each).toArray(String[]::new)));
            return this;
        }

        byte[] end() {
            return line(END).text.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
