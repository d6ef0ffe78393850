package org.lockcredentials.internal.record;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.Reason;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.spi.StateStore;

/** The part of the store that belongs to one lock. */
public final class LockFolder {

    private final StateStore store;
    private final String path;

    public LockFolder(StateStore store, LockId lock) {
        this.store = store;
        // An address may hold a dash but no underscore, so two locks never share a folder.
        String device = lock.backend() + "-" + lock.address();
        this.path = "locks/" + (lock.endpoint() == 0 ? device : device + "_" + lock.endpoint());
    }

    /** Reads a record of the lock out of bytes. */
    interface Decoder<T> {
        T decode(byte[] bytes) throws DecodeException;
    }

    <T> Optional<T> read(String name, Decoder<T> decoder) {
        return readKey(path + "/" + name, decoder);
    }

    <T> List<T> readAll(String folder, Decoder<T> decoder) {
        return store.keys(path + "/" + folder).stream()
                .flatMap(key -> readKey(key, decoder).stream())
                .toList();
    }

    void write(String name, byte[] value) {
        kept(() -> store.write(path + "/" + name, value));
    }

    void delete(String name) {
        kept(() -> store.delete(path + "/" + name));
    }

    /** The names of the records in a folder. */
    List<String> names(String folder) {
        String prefix = path + "/" + folder;
        return store.keys(prefix).stream()
                .map(key -> key.substring(prefix.length() + 1))
                .toList();
    }

    // What the store refuses must not be taken for the lock's refusal: the lock may have done its part.
    private static void kept(Runnable change) {
        try {
            change.run();
        } catch (LockCredentialException failed) {
            throw new LockCredentialException(failed.reason(), "the store could not be written", new NotKept(failed));
        }
    }

    private <T> Optional<T> readKey(String key, Decoder<T> decoder) {
        Optional<byte[]> bytes = store.read(key);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(decoder.decode(bytes.get()));
        } catch (DecodeException broken) {
            throw new LockCredentialException(Reason.REJECTED, "the store's " + key + " cannot be read", broken);
        } finally {
            Arrays.fill(bytes.get(), (byte) 0);
        }
    }
}
