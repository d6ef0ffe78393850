/**
 * What all locks of one manager share: the registry, the events, fan-out, threads and the orderly end of it all.
 * What is done on one lock is its session's business, and how a host asks for it is the manager's.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.internal.host;
