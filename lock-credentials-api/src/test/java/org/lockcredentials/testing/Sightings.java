package org.lockcredentials.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The files of one test process, below the module's target directory; processes that test side by side each have their own.
 *
 * <p>The log's place is told to the log's configuration by a property, so that a process which a test starts does not write over it.
 */
final class Sightings {

    static final Sightings HERE = new Sightings(
            Path.of(System.getProperty("basedir", "."), "target"), System.getProperty("surefire.forkNumber", "1"));

    private final Path target;
    private final String process;
    private BufferedWriter notes;

    Sightings(Path target, String process) {
        this.target = target;
        this.process = process;
    }

    /** Comes before anything is logged. */
    void directLog() {
        System.setProperty("test.trace", trace().toString());
    }

    synchronized void note(String text) {
        try {
            if (notes == null) {
                Files.createDirectories(target);
                notes = Files.newBufferedWriter(notes());
            }
            notes.write(text);
            notes.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What this process wrote: the log and all that was noted. */
    synchronized Stream<Path> files() throws IOException {
        if (notes == null) {
            return Stream.of(trace()).filter(Files::exists);
        }
        notes.flush();
        return Stream.of(trace(), notes()).filter(Files::exists);
    }

    void report(String text) throws IOException {
        Files.writeString(leaks(), text, UTF_8);
    }

    void clearReport() throws IOException {
        Files.deleteIfExists(leaks());
    }

    Path leaks() {
        return target.resolve("leaks-" + process + ".txt");
    }

    private Path trace() {
        return target.resolve("test-trace-" + process + ".log");
    }

    private Path notes() {
        return target.resolve("test-sightings-" + process + ".log");
    }
}
