/**
 * Door Lock Logging: the record that a lock keeps by itself (SDS13781 §4.40).
 * Reading it in order, and only once, belongs to the lock driver.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.doorlocklogging;
