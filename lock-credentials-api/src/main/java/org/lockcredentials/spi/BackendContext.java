package org.lockcredentials.spi;

import java.util.concurrent.Executor;

/**
 * What a backend is given to live on.
 *
 * @param executor runs work that is not a reader's; never shut down by the backend
 * @param scheduler the only source of time
 * @param store durable state; the backend's keys start with its name
 * @param listener who hears of locks and events; never blocks
 */
public record BackendContext(Executor executor, Scheduler scheduler, StateStore store, BackendListener listener) {}
