/**
 * Version: the protocol, firmware and command class versions of a node (SDS13782 §4.40 to §4.42).
 * Nothing here decides what a version means for a lock.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.version;
