package org.lockcredentials.zwave.serialapi.function;

import java.util.List;
import java.util.stream.IntStream;

/** Bytes that are a list of one-byte numbers, such as command classes. */
final class Octets {

    private Octets() {}

    static List<Integer> list(byte[] bytes) {
        return IntStream.range(0, bytes.length).mapToObj(i -> bytes[i] & 0xFF).toList();
    }
}
