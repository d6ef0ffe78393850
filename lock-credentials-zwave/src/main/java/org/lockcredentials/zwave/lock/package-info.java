/**
 * Z-Wave door locks in the words of the SDK's model: the only protocol package that knows it.
 * Each command class of users and codes has classes of its own here; how commands travel is the transport's.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.lock;
