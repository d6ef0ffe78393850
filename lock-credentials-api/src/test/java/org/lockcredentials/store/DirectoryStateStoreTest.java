package org.lockcredentials.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.spi.StateStore;

final class DirectoryStateStoreTest implements StateStoreContract {

    @TempDir
    Path top;

    private Path directory;
    private DirectoryStateStore store;

    @BeforeEach
    void open() {
        directory = top.resolve("made/on/the/way");
        store = DirectoryStateStore.open(directory);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public StateStore store() {
        return store;
    }

    @Test
    void valuesOutliveTheStore() {
        store.write("a/B", "kept".getBytes(UTF_8));
        store.close();
        store = DirectoryStateStore.open(directory);
        assertArrayEquals("kept".getBytes(UTF_8), store.read("a/B").orElseThrow());
    }

    @Test
    void aDirectoryThatWasOpenToOthersIsClosedToThem() throws Exception {
        store.close();
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        store = DirectoryStateStore.open(directory);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
    }

    @Test
    void aSecondStoreIsRefusedHereAndInAnotherProcessAndLeavesTheFirstItsLock() throws Exception {
        assertEquals(
                Reason.REJECTED,
                refused(() -> DirectoryStateStore.open(directory)).reason());
        String said = openElsewhere();
        assertTrue(said.contains("in use") && said.contains(directory.toString()), said);
        store.close();
        assertFalse(openElsewhere().contains("in use"));
    }

    @Test
    void afterCloseEverythingFailsWithClosed() {
        store.close();
        store.close();
        List<Runnable> calls = List.of(
                () -> store.read("a"),
                () -> store.write("a", new byte[1]),
                () -> store.delete("a"),
                () -> store.keys("a"));
        for (Runnable call : calls) {
            assertEquals(Reason.CLOSED, refused(call).reason());
        }
    }

    @Test
    void aFailureNamesThePathAndKeepsTheOldValue() throws Exception {
        store.write("folder/value", "content".getBytes(UTF_8));
        Files.createDirectories(directory.resolve("blocked=value/child"));
        LockCredentialException failure = refused(() -> store.write("blocked", "content".getBytes(UTF_8)));
        assertEquals(Reason.REJECTED, failure.reason());
        assertTrue(String.valueOf(failure.getMessage()).contains("blocked=value"), failure.getMessage());
        assertFalse(String.valueOf(failure.getMessage()).contains("content"));
        assertEquals(List.of("folder/value"), store.keys("folder"));
    }

    @Test
    void aPlainFileInTheDirectorysPlaceIsATypedFailure() throws Exception {
        Path file = Files.createFile(top.resolve("file"));
        assertEquals(
                Reason.REJECTED, refused(() -> DirectoryStateStore.open(file)).reason());
    }

    @Test
    void writersAndListersDoNotDisturbEachOther() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int writer = 0; writer < 3; writer++) {
                String key = "busy/" + writer;
                work.add(threads.submit(() -> {
                    for (int i = 0; i < 50; i++) {
                        store.write(key, new byte[] {(byte) i});
                    }
                }));
            }
            work.add(threads.submit(() -> {
                for (int i = 0; i < 200; i++) {
                    assertTrue(store.keys("busy").size() <= 3);
                }
            }));
            for (Future<?> each : work) {
                each.get();
            }
            assertEquals(List.of("busy/0", "busy/1", "busy/2"), store.keys("busy"));
        } finally {
            threads.shutdownNow();
        }
    }

    private String openElsewhere() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpenOnce.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(other.getInputStream().readAllBytes(), UTF_8);
        other.waitFor();
        return said;
    }

    private static LockCredentialException refused(Runnable call) {
        return assertThrows(LockCredentialException.class, call::run);
    }

    /** Another process that opens the directory and says what came of it. */
    static final class OpenOnce {
        public static void main(String[] args) {
            try (DirectoryStateStore opened = DirectoryStateStore.open(Path.of(args[0]))) {
                System.out.println("opened " + opened.keys("a"));
            } catch (LockCredentialException e) {
                System.out.println(e.reason() + " " + e.getMessage());
            }
        }
    }
}
