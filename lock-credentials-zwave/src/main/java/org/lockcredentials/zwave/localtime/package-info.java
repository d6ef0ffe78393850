/**
 * The time of day in a zone, in the words of the command classes that carry it (SDS13782 §4.37 to §4.39, SDS13781 §4.26).
 * Nothing is sent here, and the time itself comes from outside.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.localtime;
