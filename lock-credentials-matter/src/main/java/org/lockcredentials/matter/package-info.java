/**
 * A Matter controller over UDP/IPv6 and the door locks of its fabric.
 * Holds what a host configures and opens; the protocol itself lives in the packages below.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter;
