/**
 * CRC-16 Encapsulation: a command with a checksum behind it (SDS13783 §3.1).
 * Nothing else lives here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.crc16;
