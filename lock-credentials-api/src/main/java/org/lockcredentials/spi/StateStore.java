package org.lockcredentials.spi;

import java.util.List;
import java.util.Optional;

/**
 * Where the SDK keeps what must survive: bindings, interviews, counters, keys.
 *
 * <p>When {@link #write} or {@link #delete} returns, it has happened durably and as a whole: after a crash a reader finds the old value or the new
 * one, never a part. Keys are paths of 1 to 8 words of 1 to 100 characters
 * {@code [A-Za-z0-9._-]}, none of them {@code .} or {@code ..}, joined by {@code /}; capitals count. Any other key is an
 * {@link IllegalArgumentException}. Calls may block on a disk and come from several threads at once.
 */
public interface StateStore {

    /**
     * The value, or empty if there is none; the caller may wipe the array.
     *
     * @throws org.lockcredentials.LockCredentialException REJECTED if the store cannot be read
     */
    Optional<byte[]> read(String key);

    /**
     * Replaces the value.
     *
     * @throws org.lockcredentials.LockCredentialException REJECTED if the store cannot be written; the old value is then still there
     */
    void write(String key, byte[] value);

    /**
     * Removes the value, if there is one.
     *
     * @throws org.lockcredentials.LockCredentialException REJECTED if the store cannot be written
     */
    void delete(String key);

    /**
     * All keys that start with {@code prefix} and a {@code /}, in order.
     *
     * @throws org.lockcredentials.LockCredentialException REJECTED if the store cannot be read
     */
    List<String> keys(String prefix);
}
