/**
 * One session per lock: the queue of its operations, what is remembered of it, and the facets a host sees.
 * Neither protocols nor the set of all locks belong here; the first are drivers, the second is the manager's.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.internal.session;
