/**
 * One operation at a time for each lock, in the order of the calls, each with a deadline.
 * What the operations do is not known here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.internal.queue;
