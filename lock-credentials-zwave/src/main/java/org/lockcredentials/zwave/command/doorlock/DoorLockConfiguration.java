package org.lockcredentials.zwave.command.doorlock;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Request;

/**
 * Door Lock CC v1 to v4, Configuration Set, Get and Report (SDS13781 §4.37.5 to §4.37.7, §4.39.6, §4.39.7).
 */
public sealed interface DoorLockConfiguration extends Command {

    /** Door Lock Configuration Set (0x04). */
    record Set(DoorLockSettings settings) implements DoorLockConfiguration {
        public static final CommandType<Set> TYPE =
                CommandType.of(Set.class, CommandClass.DOOR_LOCK, 0x04, Set::decode);

        static Set decode(ByteReader in) throws DecodeException {
            return new Set(DoorLockSettings.decode(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            settings.encode(out);
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }
    }

    /** Door Lock Configuration Get (0x05). */
    record Get() implements DoorLockConfiguration, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.DOOR_LOCK, 0x05, in -> new Get());

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /** Door Lock Configuration Report (0x06). */
    record Report(DoorLockSettings settings) implements DoorLockConfiguration {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.DOOR_LOCK, 0x06, Report::decode);

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(DoorLockSettings.decode(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            settings.encode(out);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
