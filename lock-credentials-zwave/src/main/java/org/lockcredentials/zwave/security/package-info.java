/**
 * Security classes, the keys of a network and the two ends of a secure exchange, which all of Z-Wave security shares.
 * No frame is made or read here and nothing is sent.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.security;
