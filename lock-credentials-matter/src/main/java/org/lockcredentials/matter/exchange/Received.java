package org.lockcredentials.matter.exchange;

import org.lockcredentials.matter.message.ProtocolId;

/**
 * What the other end of an exchange said.
 *
 * <p>The payload may hold a code, so {@link #toString()} shows its length only.
 *
 * @param payload belongs to the receiver
 */
public record Received(ProtocolId protocol, int opcode, byte[] payload) {

    /** True if it is this message of this protocol. */
    public boolean is(ProtocolId ofProtocol, int ofOpcode) {
        return opcode == ofOpcode && protocol.equals(ofProtocol);
    }

    @Override
    public String toString() {
        return "Received[%s, opcode 0x%02X, %d bytes]".formatted(protocol, opcode, payload.length);
    }
}
