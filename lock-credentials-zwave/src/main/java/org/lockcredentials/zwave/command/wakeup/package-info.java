/**
 * Wake Up: when a sleeping node listens (SDS13782 §4.43 to §4.45).
 * What waits for a node until then belongs to the session.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.wakeup;
