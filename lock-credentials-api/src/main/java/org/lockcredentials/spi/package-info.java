/**
 * What a backend implements and what it is given: drivers, clocks, durable state.
 * Neither host conveniences nor slot policy belong here; a backend does what it is told and says what the lock said.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.spi;
