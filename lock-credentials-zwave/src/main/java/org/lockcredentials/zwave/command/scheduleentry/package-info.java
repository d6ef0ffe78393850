/**
 * Schedule Entry Lock: when the code of a user works (SDS13781 §4.90 to §4.92, and version 4).
 * What a schedule means to a host is judged elsewhere.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.scheduleentry;
