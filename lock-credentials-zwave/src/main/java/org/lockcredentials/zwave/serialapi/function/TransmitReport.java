package org.lockcredentials.zwave.serialapi.function;

import java.util.OptionalInt;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * The callback of Send Data and its variants (INS13954 §4.3.3.1).
 *
 * @param callbackId the funcID of the call
 * @param ticks how long the transmission took, in steps of 10 ms, where the module says
 * @param repeaters how many nodes passed the frame on, where the module says
 */
public record TransmitReport(int callbackId, TransmitStatus status, OptionalInt ticks, OptionalInt repeaters) {

    public TransmitReport(int callbackId, TransmitStatus status) {
        this(callbackId, status, OptionalInt.empty(), OptionalInt.empty());
    }

    public static TransmitReport decode(ByteReader in) throws DecodeException {
        int callbackId = in.u8();
        TransmitStatus status = TransmitStatus.of(in.u8());
        return new TransmitReport(
                callbackId,
                status,
                in.remaining() >= 2 ? OptionalInt.of(in.u16()) : OptionalInt.empty(),
                in.isEmpty() ? OptionalInt.empty() : OptionalInt.of(in.u8()));
    }

    public void encode(ByteWriter out) {
        out.u8(callbackId).u8(status.ordinal());
        ticks.ifPresent(out::u16);
        repeaters.ifPresent(out::u8);
    }
}
