/**
 * The state stores that the SDK brings along: a directory that survives a crash, and memory for tests and trials.
 * What is kept in them is not known here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.store;
