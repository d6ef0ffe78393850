/**
 * What locks tell of themselves, as a stream and as the memory of the last of it.
 * Nothing here asks a lock anything, and no event ever holds a code.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.event;
