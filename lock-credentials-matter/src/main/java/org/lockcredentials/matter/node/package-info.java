/**
 * One commissioned node: where it is, the session to it and the subscription, each kept or made anew as needed.
 * What its clusters mean to a lock is not known here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.node;
