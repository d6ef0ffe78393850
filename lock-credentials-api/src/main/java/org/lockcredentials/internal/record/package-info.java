/**
 * What is kept of a lock across restarts: the host's words, names and users the lock itself does not keep, keys of access.
 * Small readable files, read strictly; when they are written is decided elsewhere.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.internal.record;
