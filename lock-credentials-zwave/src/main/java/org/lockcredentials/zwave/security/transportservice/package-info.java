/**
 * Transport Service version 2: datagrams that do not fit a frame, sent and received in segments (SDS13783 §3.10).
 * State machines without threads, clocks and radio; they know nothing of what the datagrams carry.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.security.transportservice;
