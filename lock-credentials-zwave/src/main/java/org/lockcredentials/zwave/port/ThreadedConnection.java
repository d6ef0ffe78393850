package org.lockcredentials.zwave.port;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lockcredentials.zwave.port.ZWavePort.Connection;
import org.lockcredentials.zwave.port.ZWavePort.Listener;

/**
 * Puts a reader and a writer, both named daemon threads, to a blocking channel.
 *
 * <p>The reader also opens the channel, so that nobody else waits for a slow device; the writer takes from a queue, so that
 * a full device buffer holds up nobody who hands bytes over.
 */
final class ThreadedConnection implements Connection {

    private static final byte[] END = {};

    private final String name;
    private final Channel channel;
    private final Listener listener;
    private final BlockingQueue<byte[]> outgoing = new LinkedBlockingQueue<>();
    private final AtomicBoolean silent = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<Void> readerEnded = new CompletableFuture<>();
    private final CompletableFuture<Void> writerEnded = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private ThreadedConnection(String name, Channel channel, Listener listener) {
        this.name = name;
        this.channel = channel;
        this.listener = listener;
    }

    static CompletableFuture<Connection> open(String name, Channel channel, Listener listener) {
        ThreadedConnection connection = new ThreadedConnection(name, channel, listener);
        CompletableFuture<Connection> opening = new CompletableFuture<>();
        opening.whenComplete((opened, failure) -> {
            if (opening.isCancelled()) {
                channel.close();
            }
        });
        connection.start("reader", () -> connection.read(opening));
        return opening;
    }

    @Override
    public void write(byte[] bytes) {
        if (!silent.get()) {
            outgoing.add(bytes);
        }
    }

    @Override
    public CompletableFuture<Void> close() {
        silent.set(true);
        if (closing.compareAndSet(false, true)) {
            // A device may take its time to close, and whoever closes must not wait for it.
            start("closer", this::release);
        }
        return closed.copy();
    }

    private void read(CompletableFuture<Connection> opening) {
        try {
            channel.open();
        } catch (PortException failure) {
            channel.close();
            opening.completeExceptionally(failure);
            return;
        } catch (RuntimeException failure) {
            channel.close();
            opening.completeExceptionally(
                    new PortException(PortException.Kind.FAILED, name + " cannot be opened", failure));
            return;
        }
        if (opening.isCancelled()) {
            channel.close();
            return;
        }
        start("writer", this::write);
        if (!opening.complete(this)) {
            close();
        }
        readUntilLost();
        readerEnded.complete(null);
    }

    private void readUntilLost() {
        byte[] buffer = new byte[512];
        try {
            for (int count = channel.read(buffer); count >= 0; count = channel.read(buffer)) {
                if (count > 0 && !silent.get()) {
                    listener.bytesReceived(Arrays.copyOf(buffer, count));
                }
            }
            lost(new EOFException("nothing more to read"));
        } catch (IOException | RuntimeException failure) {
            lost(failure);
        } finally {
            Arrays.fill(buffer, (byte) 0);
        }
    }

    private void write() {
        try {
            for (byte[] bytes = outgoing.take(); bytes != END; bytes = outgoing.take()) {
                channel.write(bytes);
                Arrays.fill(bytes, (byte) 0);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failure) {
            lost(failure);
        } finally {
            writerEnded.complete(null);
        }
    }

    private void lost(Exception cause) {
        if (silent.compareAndSet(false, true)) {
            listener.lost(new PortException(PortException.Kind.LOST, name + " is gone: " + cause.getMessage(), cause));
        }
    }

    private void release() {
        channel.close();
        outgoing.clear();
        outgoing.add(END);
        readerEnded.join();
        writerEnded.join();
        closed.complete(null);
    }

    private void start(String role, Runnable task) {
        Thread thread = new Thread(task, "zwave-" + role + " " + name);
        thread.setDaemon(true);
        thread.start();
    }
}
