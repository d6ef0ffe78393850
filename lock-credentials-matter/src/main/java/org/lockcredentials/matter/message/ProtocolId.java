package org.lockcredentials.matter.message;

/**
 * Who gives a message's opcode its meaning, section 4.4.3.4.
 *
 * @param vendor 0 for the protocols of the specification
 * @param number 0 to 65,535
 */
public record ProtocolId(int vendor, int number) {

    public static final ProtocolId SECURE_CHANNEL = new ProtocolId(0, 0);
    public static final ProtocolId INTERACTION_MODEL = new ProtocolId(0, 1);

    public ProtocolId {
        if (vendor >>> 16 != 0 || number >>> 16 != 0) {
            throw new IllegalArgumentException("two 16-bit numbers, not " + vendor + " and " + number);
        }
    }
}
