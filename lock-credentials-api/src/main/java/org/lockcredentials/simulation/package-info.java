/**
 * A lock without hardware that behaves as a strict one does, with a keypad to type at and faults to inject.
 * It keeps the codes of its make-believe users as a test tool does; neither a real protocol nor policy of the SDK belongs here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.simulation;
