package org.lockcredentials.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.spi.StateStore;

/**
 * State in a directory: one file for each value, replaced as a whole and forced to the disk before a write returns.
 *
 * <p>The directory is readable by its owner only (0700, files 0600) where the file system knows such modes, and belongs to one open store
 * at a time, whichever process has it. A process may be killed at any moment: the next one finds each value old or new.
 *
 * <p>Safe for use by several threads. After {@link #close} every method fails with CLOSED.
 */
public final class DirectoryStateStore implements StateStore, AutoCloseable {

    private static final String TEMPORARY = ".tmp";

    private final Path directory;
    private final PrivateFiles files;
    private final DirectoryLock owned;
    private final AtomicLong temporaries = new AtomicLong();
    private final ReadWriteLock life = new ReentrantReadWriteLock();
    private boolean closed;

    private DirectoryStateStore(Path directory, PrivateFiles files, DirectoryLock owned) {
        this.directory = directory;
        this.files = files;
        this.owned = owned;
    }

    /**
     * Opens the directory, makes it if it is missing, and clears what a killed process left half-written.
     *
     * @throws LockCredentialException REJECTED if another store, here or in another process, has it, or if it cannot be written
     */
    public static DirectoryStateStore open(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        PrivateFiles files = PrivateFiles.at(absolute);
        try {
            files.makeTopDirectory(absolute);
            DirectoryLock owned = DirectoryLock.take(absolute, files).orElseThrow(() -> inUse(absolute));
            DirectoryStateStore store = new DirectoryStateStore(absolute, files, owned);
            try {
                store.clearTemporaries();
            } catch (IOException | UncheckedIOException e) {
                owned.close();
                throw e;
            }
            return store;
        } catch (OverlappingFileLockException e) {
            throw inUse(absolute);
        } catch (IOException | UncheckedIOException e) {
            throw failed("open", absolute, e);
        }
    }

    @Override
    public Optional<byte[]> read(String key) {
        Path file = file(new StateKey(key));
        return whileOpen(life.readLock(), "read", file, () -> {
            try {
                return Optional.of(Files.readAllBytes(file));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void write(String key, byte[] value) {
        StateKey checked = new StateKey(key);
        Path file = file(checked);
        byte[] copy = value.clone();
        whileOpen(life.readLock(), "write", file, () -> {
            try {
                makeFolders(checked);
                Path temporary = file.resolveSibling("=" + temporaries.incrementAndGet() + TEMPORARY);
                files.replace(file, temporary, copy);
                return true;
            } finally {
                Arrays.fill(copy, (byte) 0);
            }
        });
    }

    @Override
    public void delete(String key) {
        Path file = file(new StateKey(key));
        whileOpen(life.readLock(), "delete", file, () -> {
            files.delete(file);
            return true;
        });
    }

    @Override
    public List<String> keys(String prefix) {
        StateKey above = new StateKey(prefix);
        // Alone, because a walk fails on a file that is renamed meanwhile.
        return whileOpen(life.writeLock(), "list", directory, () -> {
            try (Stream<Path> all = Files.walk(directory)) {
                return all.filter(Files::isRegularFile)
                        .flatMap(file -> StateKey.ofFile(directory.relativize(file)).stream())
                        .filter(key -> key.isBelow(above))
                        .map(StateKey::text)
                        .sorted()
                        .toList();
            }
        });
    }

    /** Waits for reads and writes under way and lets another store have the directory; doing so again changes nothing. */
    @Override
    public void close() {
        Lock alone = life.writeLock();
        alone.lock();
        try {
            if (!closed) {
                closed = true;
                owned.close();
            }
        } catch (IOException e) {
            throw failed("close", directory, e);
        } finally {
            alone.unlock();
        }
    }

    private <T> T whileOpen(Lock share, String what, Path path, Work<T> work) {
        share.lock();
        try {
            if (closed) {
                throw new LockCredentialException(Reason.CLOSED, "the state store was closed: " + directory);
            }
            return work.run();
        } catch (IOException | UncheckedIOException e) {
            throw failed(what, path, e);
        } finally {
            share.unlock();
        }
    }

    private Path file(StateKey key) {
        return directory.resolve(String.join(directory.getFileSystem().getSeparator(), key.names()));
    }

    private void makeFolders(StateKey key) throws IOException {
        Path folder = directory;
        List<String> names = key.names();
        for (String name : names.subList(0, names.size() - 1)) {
            folder = folder.resolve(name);
            files.makeDirectory(folder);
        }
    }

    private void clearTemporaries() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(DirectoryStateStore::isTemporary).toList()) {
                files.delete(file);
            }
        }
    }

    private static boolean isTemporary(Path file) {
        Path name = file.getFileName();
        return name != null
                && name.toString().startsWith("=")
                && name.toString().endsWith(TEMPORARY);
    }

    private static LockCredentialException inUse(Path directory) {
        return new LockCredentialException(
                Reason.REJECTED, "the state directory is in use by another process or manager: " + directory);
    }

    private static LockCredentialException failed(String what, Path path, Exception cause) {
        return new LockCredentialException(
                Reason.REJECTED,
                "cannot " + what + " state at " + path + ": " + cause.getClass().getSimpleName(),
                cause);
    }

    private interface Work<T> {
        T run() throws IOException;
    }
}
