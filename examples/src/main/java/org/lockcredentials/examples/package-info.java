/** Programs that a person runs to see the SDK at work. */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.examples;
