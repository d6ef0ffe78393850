/** The driver over a scripted lock, which is as strict or as old as a test wants. */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.lock;
