/**
 * Compares the access on locks with a plan and makes them follow it, through the facets that any host has.
 * It knows neither sessions nor drivers.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.internal.plan;
