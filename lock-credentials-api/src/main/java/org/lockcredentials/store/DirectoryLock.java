package org.lockcredentials.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps a directory to one process, and to one store within it. The operating system lets go of it when the process ends, however it ends.
 *
 * <p>On POSIX systems a process loses its lock when it closes any channel to the locked file. So who holds it inside this process
 * is read from a file beside it, before the locked one is touched at all.
 */
final class DirectoryLock implements AutoCloseable {

    private static final String THIS_PROCESS = UUID.randomUUID().toString();

    private final PrivateFiles files;
    private final Path holder;
    private final FileChannel channel;

    private DirectoryLock(PrivateFiles files, Path holder, FileChannel channel) {
        this.files = files;
        this.holder = holder;
        this.channel = channel;
    }

    /** The lock, or empty if another store has it. */
    static Optional<DirectoryLock> take(Path directory, PrivateFiles files) throws IOException {
        Path holder = directory.resolve("=holder");
        if (heldHere(holder)) {
            return Optional.empty();
        }
        FileChannel channel = files.open(directory.resolve("=lock"));
        try {
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            Path temporary = directory.resolve("=holder.tmp");
            Files.deleteIfExists(temporary);
            files.replace(holder, temporary, THIS_PROCESS.getBytes(UTF_8));
            return Optional.of(new DirectoryLock(files, holder, channel));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            files.delete(holder);
        }
    }

    private static boolean heldHere(Path holder) throws IOException {
        try {
            return Files.readString(holder).equals(THIS_PROCESS);
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
