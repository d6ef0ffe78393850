/** The list that every backend passes, and what Matter adds to it, on matter.js's lock. */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.conformance;
