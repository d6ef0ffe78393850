package org.lockcredentials.zwave.security;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;

/** Gives what a test says where as many bytes are asked for, and otherwise bytes of a fixed seed. */
public final class ScriptedRandom extends SecureRandom {

    private static final long serialVersionUID = 1;

    private final transient Deque<byte[]> script = new ArrayDeque<>();
    private final java.util.SplittableRandom rest;

    public ScriptedRandom(long seed, String... script) {
        this.rest = new java.util.SplittableRandom(seed);
        Arrays.stream(script).map(HexFormat.of()::parseHex).forEach(this.script::add);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        if (script != null && !script.isEmpty() && script.element().length == bytes.length) {
            System.arraycopy(script.remove(), 0, bytes, 0, bytes.length);
        } else {
            rest.nextBytes(bytes);
        }
    }
}
