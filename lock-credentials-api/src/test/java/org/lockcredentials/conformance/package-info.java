/**
 * What every backend has to do, told through the public API alone and checked against what the lock's other side says.
 * A backend's test extends {@link org.lockcredentials.conformance.LockBackendConformance} and brings the lock; nothing here knows a protocol.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.conformance;
