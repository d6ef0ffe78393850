/**
 * The one line of tasks on which a controller's state lives, so that it needs no locks.
 * What the tasks do is not known here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.actor;
