/**
 * A program that has this SDK and matter.js's controller do the same to the same kind of lock, one after the other, and tables what it
 * cost each. Nothing here is a test, and nothing is asserted of time.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.benchmark;
