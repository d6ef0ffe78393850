/**
 * What the events, alarms and log records of locks mean in the model: tables, one row for each.
 * Who did it, and how it was told, is not known here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.lock.event;
