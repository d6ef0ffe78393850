/**
 * Bounds-checked reading and writing of wire bytes, shared by the backends' codecs.
 * No codec lives here, and no I/O.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.internal.bytes;
