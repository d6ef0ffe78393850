/**
 * What comparisons with other controllers share: a process's own time and memory, and the table that is printed. No measurement
 * is ever a test.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.benchmark;
