/**
 * A program that has this SDK and zwave-js's driver do the same to the same mock lock, one after the other, and tables what it cost each.
 * Nothing here is a test, and nothing is asserted of time.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.benchmark;
