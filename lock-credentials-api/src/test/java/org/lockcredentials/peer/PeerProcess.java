package org.lockcredentials.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A child process that speaks in lines. It ends when its standard input does, and is killed when it does not. */
public final class PeerProcess implements AutoCloseable {
    private static final int STOP_SECONDS = 5;
    private static final int KEPT_ERRORS = 40;
    private static final String END = "";

    private final String name;
    private final Process process;
    private final Writer input;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedDeque<String> errors = new ConcurrentLinkedDeque<>();

    public PeerProcess(final String name, final List<String> command) {
        this.name = name;
        try {
            process = new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        input = process.outputWriter(StandardCharsets.UTF_8);
        read("output", process.getInputStream(), true);
        read("errors", process.getErrorStream(), false);
    }

    /** Both streams are read all the time, so that the peer never blocks on a full pipe. */
    private void read(final String what, final InputStream stream, final boolean isOutput) {
        final Thread thread = new Thread(() -> copy(stream, isOutput), "peer-" + name + "-" + what);
        thread.setDaemon(true);
        thread.start();
    }

    private void copy(final InputStream stream, final boolean isOutput) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                keep(line, isOutput);
            }
        } catch (IOException e) {
            keep(e.toString(), false);
        } finally {
            if (isOutput) {
                lines.add(END);
            }
        }
    }

    private void keep(final String line, final boolean isOutput) {
        if (isOutput) {
            if (!line.isEmpty()) {
                lines.add(line);
            }
            return;
        }
        errors.add(line);
        if (errors.size() > KEPT_ERRORS) {
            errors.poll();
        }
    }

    public synchronized void send(final String line) {
        try {
            input.write(line + "\n");
            input.flush();
        } catch (IOException e) {
            throw failure("takes no more commands");
        }
    }

    /** The next line of its standard output; fails when there is none in time. */
    public String next(final int seconds) {
        try {
            final String line = lines.poll(seconds, TimeUnit.SECONDS);
            if (line == null) {
                throw failure("is silent");
            }
            if (line.equals(END)) {
                lines.add(END);
                throw failure("has ended");
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was not awaited");
        }
    }

    public boolean ended(final int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** For a peer that does not read its standard input. */
    public void terminate() {
        process.destroy();
    }

    private AssertionError failure(final String what) {
        return new AssertionError("peer " + name + " " + what + "\n" + String.join("\n", errors));
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException e) {
            errors.add(e.toString());
        }
        if (!ended(STOP_SECONDS)) {
            process.destroyForcibly();
            ended(STOP_SECONDS);
        }
    }
}
