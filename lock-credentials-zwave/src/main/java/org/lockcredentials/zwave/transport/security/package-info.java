/**
 * Security of the way to each node: which classes it was granted, what is encapsulated in which, and what is refused (SDS13783 §3.5, §3.6).
 * Sessions and their cryptography are {@code security}'s; how a node gets its keys is not known here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.transport.security;
