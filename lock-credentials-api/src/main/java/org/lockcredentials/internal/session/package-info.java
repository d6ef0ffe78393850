/**
 * One session per lock: the queue of its operations, what is remembered of it, and the facets a host sees.
 * Neither protocols nor the set of all locks belong here; the first are drivers, the second is the manager's.
 *
 * <p>Access by a key rests on three things that are kept apart: what the journal says (ADDING, ACTIVE or REMOVING, see
 * {@link org.lockcredentials.internal.record.AccessEntry}), what one run has written and may take back ({@code AccessAttempt}), and what the lock proves of
 * who is at an index ({@code AccessRecovery}: the name, then the codes). A run takes back what it wrote and nothing else. A key is forgotten when the
 * lock said that its user is gone, or that somebody else has the index; an index goes to one key or one kept user at a time.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.internal.session;
