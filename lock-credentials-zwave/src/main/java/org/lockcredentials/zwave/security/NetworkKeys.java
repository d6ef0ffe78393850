package org.lockcredentials.zwave.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteWriter;

/**
 * The keys of a network, one of its own per security class.
 *
 * <p>As text, one line {@code NAME=32 hexadecimal digits} per key, with the names of {@link SecurityClass#title()}.
 */
public final class NetworkKeys implements AutoCloseable {

    private static final int LENGTH = 16;

    private final Map<SecurityClass, Secret> keys;

    private NetworkKeys(Map<SecurityClass, Secret> keys) {
        this.keys = keys;
    }

    /**
     * Takes copies of the keys.
     *
     * @throws IllegalArgumentException if a key has not 16 bytes, or two classes share one
     */
    public static NetworkKeys of(Map<SecurityClass, Secret> keys) {
        EnumMap<SecurityClass, Secret> copies = new EnumMap<>(SecurityClass.class);
        keys.forEach((securityClass, key) -> {
            if (key.length() != LENGTH) {
                throw new IllegalArgumentException(securityClass.title() + " has not " + LENGTH + " bytes");
            }
            if (copies.containsValue(key)) {
                throw new IllegalArgumentException(securityClass.title() + " is also another class's key");
            }
            copies.put(securityClass, key.copy());
        });
        return new NetworkKeys(copies);
    }

    /** No keys. */
    public static NetworkKeys none() {
        return new NetworkKeys(new EnumMap<>(SecurityClass.class));
    }

    /** The same keys, to be wiped by whoever asked. */
    public NetworkKeys copy() {
        return of(keys);
    }

    /** New keys for the given classes. */
    public static NetworkKeys generate(Collection<SecurityClass> classes, SecureRandom random) {
        EnumMap<SecurityClass, Secret> keys = new EnumMap<>(SecurityClass.class);
        byte[] key = new byte[LENGTH];
        for (SecurityClass each : classes) {
            random.nextBytes(key);
            keys.put(each, Secret.of(key));
        }
        Arrays.fill(key, (byte) 0);
        return new NetworkKeys(keys);
    }

    /**
     * Reads the text form; empty lines and lines that begin with # are skipped.
     *
     * @throws IllegalArgumentException naming the line, never its content
     */
    public static NetworkKeys parse(Secret text) {
        EnumMap<SecurityClass, Secret> keys = new EnumMap<>(SecurityClass.class);
        try {
            text.use(bytes -> {
                int number = 1;
                int from = 0;
                for (int i = 0; i <= bytes.length; i++) {
                    if (i == bytes.length || bytes[i] == '\n') {
                        read(new KeyLine(bytes, from, i, number++), keys);
                        from = i + 1;
                    }
                }
                return number;
            });
            return of(keys);
        } finally {
            keys.values().forEach(Secret::wipe);
        }
    }

    private static void read(KeyLine line, Map<SecurityClass, Secret> keys) {
        if (line.isEmpty()) {
            return;
        }
        Secret earlier = keys.put(line.securityClass(), line.key());
        if (earlier != null) {
            earlier.wipe();
            throw line.wrong("names a security class for the second time");
        }
    }

    /** The text form, to be kept where nobody else can read it. */
    public Secret text() {
        ByteWriter out = new ByteWriter();
        keys.forEach((securityClass, key) -> {
            out.bytes(ascii(securityClass.title() + "="));
            key.use(bytes -> {
                for (byte each : bytes) {
                    out.u8(Character.forDigit(each >> 4 & 0xF, 16)).u8(Character.forDigit(each & 0xF, 16));
                }
                return out;
            });
            out.bytes(ascii("\n"));
        });
        byte[] bytes = out.takeBytes();
        Secret text = Secret.of(bytes);
        Arrays.fill(bytes, (byte) 0);
        return text;
    }

    /** A class's key, which lives as long as this object. */
    public Optional<Secret> key(SecurityClass securityClass) {
        return Optional.ofNullable(keys.get(securityClass));
    }

    /** The classes that have a key, the most trusted first. */
    public Set<SecurityClass> classes() {
        return Collections.unmodifiableSet(keys.keySet());
    }

    /** Wipes all keys. */
    @Override
    public void close() {
        keys.values().forEach(Secret::wipe);
    }

    @Override
    public String toString() {
        return "NetworkKeys" + keys.keySet();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
