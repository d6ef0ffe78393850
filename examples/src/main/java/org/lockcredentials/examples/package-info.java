/**
 * Programs that a person runs to see the SDK at work.
 * They use what a host may use and nothing else: no internals, no backend's own packages below its first.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.examples;
