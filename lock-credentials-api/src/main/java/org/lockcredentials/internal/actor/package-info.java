/**
 * One thing after another without a thread of its own: what each network of a backend runs its tasks on. No protocol is known here, and no
 * model.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.internal.actor;
