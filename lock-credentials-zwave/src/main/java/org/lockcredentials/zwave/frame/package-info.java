/**
 * Frames of the Serial API and the link that delivers them one at a time (INS12350 §5 and §6).
 * What a frame's function means is not known here, nor which bytes follow from which.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.frame;
