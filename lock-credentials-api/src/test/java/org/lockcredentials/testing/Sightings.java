package org.lockcredentials.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The files of one test process, below the module's target directory.
 *
 * <p>The log's place is told to the log's configuration by a property, so that a process which a test starts does not write over it.
 */
final class Sightings {

    static final Sightings HERE = new Sightings(Path.of(System.getProperty("basedir", "."), "target"));

    private final Path target;
    private BufferedWriter notes;

    Sightings(Path target) {
        this.target = target;
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
        Files.writeString(target.resolve("leaks.txt"), text, UTF_8);
    }

    void clearReport() throws IOException {
        Files.deleteIfExists(target.resolve("leaks.txt"));
    }

    private Path trace() {
        return target.resolve("test-trace.log");
    }

    private Path notes() {
        return target.resolve("test-sightings.log");
    }
}
