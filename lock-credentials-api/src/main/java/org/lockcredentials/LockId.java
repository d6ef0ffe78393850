package org.lockcredentials;

import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one lock: the backend that speaks to it, its address in that backend's network and the endpoint on the device.
 *
 * <p>The text form is stable across restarts and releases: {@code zwave:7}, {@code zwave:7/1},
 * {@code matter:0000000000000012/1}. Endpoint 0 is the device itself and is left out.
 *
 * @param backend name of the backend, a lower-case word
 * @param address network address as the backend writes it: letters, digits, {@code .} and {@code -}
 * @param endpoint 0 to 65,534
 */
public record LockId(String backend, String address, int endpoint) implements Comparable<LockId> {

    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9]*):([0-9A-Za-z.-]+)(?:/([0-9]{1,5}))?");
    private static final Comparator<LockId> ORDER = Comparator.comparing(LockId::backend)
            .thenComparingInt(id -> id.address().length())
            .thenComparing(LockId::address)
            .thenComparingInt(LockId::endpoint);

    /** @throws IllegalArgumentException if a part does not have its form */
    public LockId {
        Objects.requireNonNull(backend, "backend");
        Objects.requireNonNull(address, "address");
        if (endpoint < 0
                || endpoint > 65_534
                || !FORM.matcher(backend + ":" + address).matches()) {
            throw new IllegalArgumentException("not a lock id: " + backend + ":" + address + "/" + endpoint);
        }
    }

    /** The lock at the device itself, endpoint 0. */
    public static LockId of(String backend, String address) {
        return new LockId(backend, address, 0);
    }

    /**
     * Reads the text form back.
     *
     * @throws IllegalArgumentException if {@code text} does not have it
     */
    public static LockId parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a lock id (backend:address or backend:address/endpoint): " + text);
        }
        String endpoint = parts.group(3);
        return new LockId(parts.group(1), parts.group(2), endpoint == null ? 0 : Integer.parseInt(endpoint));
    }

    /** The device that carries this lock: backend and address without the endpoint. */
    public String device() {
        return backend + ":" + address;
    }

    @Override
    public int compareTo(LockId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return endpoint == 0 ? device() : device() + "/" + endpoint;
    }
}
