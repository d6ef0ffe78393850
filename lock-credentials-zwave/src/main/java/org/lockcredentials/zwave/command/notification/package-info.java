/**
 * Notification, and Alarm as its first two versions are named (SDS13781 §4.1, §4.2 and §4.74).
 * What an event means to a host is judged elsewhere.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.notification;
