/**
 * Security 2 between this host and one other node: nonces, encapsulation, duplicates and resynchronisation (SDS13783 §3.6.5).
 * A state machine without threads, clocks and radio; waiting and retrying are for those who send.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.security.s2;
