/**
 * Finds nodes on the local network: those that wait to be commissioned, and those of a fabric by their names.
 * Tells addresses and what the nodes say of themselves; opens no session and knows no fabric.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.discovery;
