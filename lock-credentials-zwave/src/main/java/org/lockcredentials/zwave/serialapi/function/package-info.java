/**
 * The functions of the Serial API as records that read like the specification's tables (INS12350 §7, INS13954 §4).
 * No codec here knows when its function is called, nor how its bytes travel.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.serialapi.function;
