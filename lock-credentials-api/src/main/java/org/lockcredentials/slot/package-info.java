/**
 * The slot-allocation core: which index is free, who has reserved it, and what is not known.
 * It is pure state without I/O or time of its own; asking the lock is the session's work.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.slot;
