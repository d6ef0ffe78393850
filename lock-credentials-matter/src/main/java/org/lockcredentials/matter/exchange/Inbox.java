package org.lockcredentials.matter.exchange;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.spi.Scheduler.Cancellable;

/** What arrived in an exchange and was not asked for yet, or else who asks for what did not arrive yet. */
final class Inbox {

    /** Messages that may wait; an honest node sends one and waits for the answer. */
    private static final int MAX_UNREAD = 16;

    private final Actor actor;
    private final Queue<Received> unread = new ArrayDeque<>(1);
    private @Nullable Reader reader;

    Inbox(Actor actor) {
        this.actor = actor;
    }

    boolean isFull() {
        return unread.size() >= MAX_UNREAD;
    }

    /**
     * The next message.
     *
     * @param patience how long to wait for it, counted from {@link #watch()}
     * @throws IllegalStateException if one is awaited already
     */
    CompletableFuture<Received> next(Duration patience) {
        if (reader != null && !reader.future.isDone()) {
            throw new IllegalStateException("a message is awaited already");
        }
        Received first = unread.poll();
        if (first != null) {
            return CompletableFuture.completedFuture(first);
        }
        reader = new Reader(patience);
        return reader.future;
    }

    /** From now on it is the other end's turn. */
    void watch() {
        if (reader != null && reader.timer == null) {
            reader.watch();
        }
    }

    void put(Received message) {
        Reader waiting = reader;
        reader = null;
        if (waiting == null || !waiting.deliver(message)) {
            unread.add(message);
        }
    }

    void fail(Throwable reason) {
        Reader waiting = reader;
        reader = null;
        if (waiting != null) {
            waiting.fail(reason);
        }
    }

    private final class Reader {

        private final CompletableFuture<Received> future = new CompletableFuture<>();
        private final Duration patience;
        private @Nullable Cancellable timer;

        Reader(Duration patience) {
            this.patience = patience;
        }

        void watch() {
            timer = actor.after(patience, () -> {
                if (reader == this) {
                    Inbox.this.fail(new ChannelException(
                            ChannelException.Kind.TIMEOUT, "no answer within " + patience.toMillis() + " ms"));
                }
            });
        }

        boolean deliver(Received message) {
            cancel();
            return future.complete(message);
        }

        void fail(Throwable reason) {
            cancel();
            future.completeExceptionally(reason);
        }

        private void cancel() {
            if (timer != null) {
                timer.cancel();
            }
        }
    }
}
