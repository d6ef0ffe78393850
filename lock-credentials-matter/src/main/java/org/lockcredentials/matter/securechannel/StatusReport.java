package org.lockcredentials.matter.securechannel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.message.WireReader;

/**
 * The outcome of something, in terms that all protocols share and in terms of one, appendix D.
 *
 * @param general 0 to 65,535, see the constants
 * @param code of the protocol, 0 to 65,535
 * @param data what the protocol adds
 */
public record StatusReport(int general, ProtocolId protocol, int code, byte[] data) {

    /** GeneralCode SUCCESS, appendix D.3.1. */
    public static final int SUCCESS = 0;

    /** GeneralCode FAILURE. */
    public static final int FAILURE = 1;

    /** GeneralCode BUSY. */
    public static final int BUSY = 8;

    /** SESSION_ESTABLISHMENT_SUCCESS, section 4.11.1.3. */
    static final int ESTABLISHED = 0;

    /** NO_SHARED_TRUST_ROOTS. */
    static final int NO_SHARED_TRUST_ROOTS = 1;

    /** INVALID_PARAMETER. */
    static final int INVALID_PARAMETER = 2;

    /** CLOSE_SESSION. */
    static final int CLOSE_SESSION = 3;

    /** BUSY of the Secure Channel protocol; its data is the time to wait. */
    static final int SESSION_BUSY = 4;

    private static final byte[] NO_DATA = {};

    /** A report of the Secure Channel protocol. */
    static StatusReport of(int general, int code) {
        return new StatusReport(general, ProtocolId.SECURE_CHANNEL, code, NO_DATA);
    }

    public byte[] encode() {
        return ByteBuffer.allocate(8 + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) general)
                .putShort((short) protocol.number())
                .putShort((short) protocol.vendor())
                .putShort((short) code)
                .put(data)
                .array();
    }

    public static StatusReport decode(byte... payload) throws DecodeException {
        WireReader reader = WireReader.of(payload);
        int general = reader.u16();
        int number = reader.u16();
        ProtocolId protocol = new ProtocolId(reader.u16(), number);
        return new StatusReport(general, protocol, reader.u16(), reader.rest());
    }

    /** True if a session was established. */
    boolean isEstablished() {
        return is(SUCCESS, ESTABLISHED);
    }

    /** True if the sender ends the session that the report is in. */
    boolean isCloseSession() {
        return is(SUCCESS, CLOSE_SESSION);
    }

    /** What it means for whoever wanted a session, if it does not mean that there is one. */
    ChannelException asFailure() {
        if (is(BUSY, SESSION_BUSY)) {
            return ChannelException.busy(minimumWait().orElse(Duration.ZERO));
        }
        if (is(FAILURE, NO_SHARED_TRUST_ROOTS)) {
            return new ChannelException(Kind.NO_SHARED_ROOT, "the node does not know our fabric");
        }
        return new ChannelException(
                Kind.REFUSED, "the node refused the session with status " + general + ", " + code + " of " + protocol);
    }

    private boolean is(int generalCode, int protocolCode) {
        return general == generalCode && code == protocolCode && protocol.equals(ProtocolId.SECURE_CHANNEL);
    }

    private Optional<Duration> minimumWait() {
        try {
            return Optional.of(Duration.ofMillis(WireReader.of(data).u16()));
        } catch (DecodeException untold) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatusReport that
                && general == that.general
                && code == that.code
                && protocol.equals(that.protocol)
                && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * general + code) + protocol.hashCode();
    }
}
