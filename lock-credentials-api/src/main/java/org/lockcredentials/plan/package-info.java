/**
 * Desired state: what access there should be on which locks, what differs, and the making of it.
 * It is built on the access facet alone and knows neither slots nor drivers.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.plan;
