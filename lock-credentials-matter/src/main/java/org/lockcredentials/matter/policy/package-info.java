/**
 * What a host decides about devices that cannot prove who made them, and the words that it is told in.
 * How a device's proof is checked is no part of it.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.policy;
