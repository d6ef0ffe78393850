/**
 * How a node that joins is given keys, by Security 2 and by Security 0, as the including controller sees it (SDS13783 §3.6.6, §3.5.3).
 * State machines without threads, clocks and radio; how their commands are encapsulated is the sessions' concern.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.security.bootstrap;
