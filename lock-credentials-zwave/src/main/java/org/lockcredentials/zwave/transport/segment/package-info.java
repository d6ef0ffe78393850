/**
 * Transport Service and CRC-16 around what goes over the radio: datagrams that do not fit a frame, and checksums of old nodes (SDS13783 §3.1, §3.10).
 * What is carried is not known here, nor whether it is encrypted.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.transport.segment;
