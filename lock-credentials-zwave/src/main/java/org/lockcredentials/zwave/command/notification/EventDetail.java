package org.lockcredentials.zwave.command.notification;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.usercode.ExtendedUserCode;
import org.lockcredentials.zwave.command.usercode.UserCode;
import org.lockcredentials.zwave.command.usercredential.CredentialRecord;
import org.lockcredentials.zwave.command.usercredential.UserRecord;

/**
 * Whom or what an Access Control event is about, read from its parameters: a whole report, the start of one, or the bare
 * user identifier, as locks send them (zwave-js issue 4356).
 */
public sealed interface EventDetail {

    /** The parameters tell nothing. */
    record None() implements EventDetail {}

    /** A user identifier without more. */
    record User(int userId) implements EventDetail {}

    /** A User Code Report, whose code the host did not ask for: wipe it. */
    record Code(UserCode.Report report) implements EventDetail {}

    /** An Extended User Code Report, whose codes the host did not ask for: wipe them. */
    record Codes(ExtendedUserCode.Report report) implements EventDetail {}

    /** A Credential Report, whose data the host did not ask for: wipe it. */
    record Credential(CredentialRecord.Report report) implements EventDetail {}

    /** A User Report. */
    record UserChange(UserRecord.Report report) implements EventDetail {}

    /** Reads the parameters of {@code event}; those that make no sense tell nothing. */
    static EventDetail of(NotificationEvent event) {
        AccessControlEvent.Parameters expected = AccessControlEvent.of(event)
                .map(AccessControlEvent::parameters)
                .orElse(AccessControlEvent.Parameters.NONE);
        return switch (expected) {
            case NONE -> new None();
            case USER_ID -> event.parameters().use(EventDetail::number);
            case COMMAND -> event.parameters().use(EventDetail::command);
        };
    }

    /** The same of an event that should have no parameters, for locks that tell whose it was all the same. */
    static EventDetail ofNamed(NotificationEvent event) {
        return event.parameters().use(EventDetail::command);
    }

    private static EventDetail number(byte[] parameters) {
        return switch (parameters.length) {
            case 1 -> new User(parameters[0] & 0xFF);
            case 2 -> new User((parameters[0] & 0xFF) << 8 | (parameters[1] & 0xFF));
            default -> new None();
        };
    }

    private static EventDetail command(byte[] parameters) {
        if (parameters.length == 1) {
            return number(parameters);
        }
        try {
            ByteReader in = ByteReader.of(parameters);
            int id = in.u16();
            if (id == id(UserCode.Report.TYPE)) {
                return userCode(in);
            } else if (id == id(ExtendedUserCode.Report.TYPE)) {
                return new Codes(ExtendedUserCode.Report.TYPE.decode(in));
            } else if (id == id(CredentialRecord.Report.TYPE)) {
                return new Credential(CredentialRecord.Report.TYPE.decode(in));
            } else if (id == id(UserRecord.Report.TYPE)) {
                return new UserChange(UserRecord.Report.TYPE.decode(in));
            }
            return new None();
        } catch (DecodeException unreadable) {
            return new None();
        }
    }

    /** Some locks end the report after the user. */
    private static EventDetail userCode(ByteReader in) throws DecodeException {
        return in.remaining() == 1 ? new User(in.u8()) : new Code(UserCode.Report.TYPE.decode(in));
    }

    private static int id(CommandType<?> type) {
        return type.commandClass() << 8 | type.command();
    }
}
