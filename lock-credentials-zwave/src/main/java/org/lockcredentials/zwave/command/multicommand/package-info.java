/**
 * Multi Command: several commands in one (SDS13783 §3.4).
 * Nothing else lives here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.multicommand;
