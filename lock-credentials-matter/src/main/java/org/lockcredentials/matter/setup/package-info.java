/**
 * What is printed on a device to set it up: QR codes, manual pairing codes and the passcode and discriminator in them.
 * Nothing here talks to a device.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.setup;
