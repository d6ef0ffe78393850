package org.lockcredentials.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and directories that only their owner may read, changed as a whole or not at all.
 *
 * <p>A directory is synchronised after each change of its names; where the file system has no POSIX attributes that can neither be
 * asked for nor is it needed.
 */
record PrivateFiles(boolean posix) {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<StandardOpenOption> NEW_FILE =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final Set<StandardOpenOption> OLD_OR_NEW_FILE =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

    static PrivateFiles at(Path path) {
        return new PrivateFiles(
                path.getFileSystem().supportedFileAttributeViews().contains("posix"));
    }

    /** Makes a directory and those above it that are missing; one that is there loses other people's access. */
    void makeTopDirectory(Path directory) throws IOException {
        Path parent = directory.getParent();
        if (parent != null && !Files.isDirectory(directory)) {
            Files.createDirectories(parent);
        }
        makeDirectory(directory);
        if (posix) {
            Files.setPosixFilePermissions(directory, DIRECTORY);
        }
    }

    /** Makes a directory in one that is there, if it is missing. */
    void makeDirectory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        try {
            Files.createDirectory(directory, mode(DIRECTORY));
            synchroniseParent(directory);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
    }

    /** A channel that holds no data of ours, for locking. */
    FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, OLD_OR_NEW_FILE, mode(FILE));
    }

    /** Puts {@code value} in the place of {@code file}, by way of {@code temporary} in the same directory. */
    void replace(Path file, Path temporary, byte[] value) throws IOException {
        try {
            try (FileChannel channel = FileChannel.open(temporary, NEW_FILE, mode(FILE))) {
                for (ByteBuffer left = ByteBuffer.wrap(value); left.hasRemaining(); ) {
                    channel.write(left);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        synchroniseParent(file);
    }

    void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            synchroniseParent(file);
        }
    }

    private void synchroniseParent(Path named) throws IOException {
        Path directory = named.toAbsolutePath().getParent();
        if (posix && directory != null) {
            try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private FileAttribute<?>[] mode(Set<PosixFilePermission> permissions) {
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
