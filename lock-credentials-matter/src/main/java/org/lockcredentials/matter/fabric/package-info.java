/**
 * The fabric that this controller administers: its authority, its own node in it, and the node ids it gives away, kept in the state store.
 * Sessions with nodes and their commissioning are not here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.fabric;
