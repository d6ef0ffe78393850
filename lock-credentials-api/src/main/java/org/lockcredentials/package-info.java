/**
 * The model and the facets: what a host application reads, calls and catches.
 * Nothing here knows a radio, a slot table or a thread; those live below, in {@code slot}, {@code spi} and {@code internal}.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials;
