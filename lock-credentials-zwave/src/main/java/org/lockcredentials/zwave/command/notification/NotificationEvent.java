package org.lockcredentials.zwave.command.notification;

import java.util.OptionalInt;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.SecretBytes;

/**
 * The part of a Notification Report that version 2 added to the alarm type and level (SDS13781 §4.74.6).
 *
 * @param status 0xFF enabled, 0xFE nothing pending, 0x00 switched off
 * @param event identifier within the type, 0 for idle, 0xFE for unknown
 * @param parameters up to 31 bytes; may be a whole User Code Report and so a code
 * @param sequence number of the report, where the node counts
 */
public record NotificationEvent(int status, NotificationType type, int event, Secret parameters, OptionalInt sequence) {

    /** The parameters may be the event that has ended. */
    public static final int IDLE = 0x00;

    public NotificationEvent {
        Range.u8("status", status);
        Range.u8("event", event);
        Range.length("event parameters", parameters, 0, 31);
        sequence.ifPresent(value -> Range.u8("sequence number", value));
    }

    static NotificationEvent decode(ByteReader in) throws DecodeException {
        in.skip(1);
        int status = in.u8();
        NotificationType type = new NotificationType(in.u8());
        int event = in.u8();
        int lengths = in.u8();
        Secret parameters = SecretBytes.read(in, lengths & 0x1F);
        boolean hasSequence = (lengths & 0x80) != 0 && !in.isEmpty();
        return new NotificationEvent(
                status, type, event, parameters, hasSequence ? OptionalInt.of(in.u8()) : OptionalInt.empty());
    }

    void encode(ByteWriter out) {
        out.u8(0).u8(status).u8(type.code()).u8(event).u8((sequence.isPresent() ? 0x80 : 0) | parameters.length());
        SecretBytes.write(out, parameters);
        sequence.ifPresent(out::u8);
    }
}
