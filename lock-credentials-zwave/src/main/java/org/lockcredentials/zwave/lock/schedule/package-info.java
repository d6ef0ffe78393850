/**
 * Schedules between the model and what the slots of a lock hold, and which slots to write for them.
 * Nothing is sent here, and nothing is known of how a lock is reached.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.lock.schedule;
