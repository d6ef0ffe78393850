/**
 * The table of all commands, from bytes to the record that holds them.
 * No codec lives here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.decode;
