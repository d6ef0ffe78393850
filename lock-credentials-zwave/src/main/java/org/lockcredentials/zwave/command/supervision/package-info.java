/**
 * Supervision: a command is sent inside another that reports how it ended (SDS13783 §3.7 and §3.8).
 * Only the fields live here; sessions, retries and status updates belong to the transport layer.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.supervision;
