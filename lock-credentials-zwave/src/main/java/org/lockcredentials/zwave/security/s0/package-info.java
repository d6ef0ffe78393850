/**
 * Security 0 between this host and one other node: nonces with a lifetime, encapsulation and sequencing (SDS13783 §3.5.2).
 * A state machine without threads, clocks and radio; waiting and retrying are for those who send.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.security.s0;
