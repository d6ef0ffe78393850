/**
 * Door Lock: the state of the bolt, its configuration and what it can do (SDS13781 §4.37 to §4.39).
 * What counts as locked for a host is judged elsewhere.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.doorlock;
