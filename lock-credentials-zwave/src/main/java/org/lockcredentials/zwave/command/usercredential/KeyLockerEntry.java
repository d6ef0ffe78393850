package org.lockcredentials.zwave.command.usercredential;

import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;
import org.lockcredentials.zwave.command.SecretBytes;

/** User Credential CC v2, Key Locker Entry Set, Get and Report. */
public sealed interface KeyLockerEntry extends Command {

    /**
     * Key Locker Entry Set (0x1F).
     *
     * @param data given unless the entry is deleted; it is never read back
     */
    record Set(KeyLockerEntryType entryType, int slot, Operation operation, Optional<Secret> data)
            implements KeyLockerEntry, Request<Report> {
        public static final CommandType<Set> TYPE =
                CommandType.sensitive(Set.class, CommandClass.USER_CREDENTIAL, 0x1F, Set::decode);

        public Set {
            Range.u16("slot", slot);
            data.ifPresent(each -> Range.length("entry", each, 0, 0xFFFF));
            if (data.isPresent() == (operation == Operation.DELETE)) {
                throw new IllegalArgumentException("data is given unless an entry is deleted");
            }
        }

        static Set decode(ByteReader in) throws DecodeException {
            KeyLockerEntryType type = new KeyLockerEntryType(in.u8());
            int slot = in.u16();
            Operation operation = Operation.decode(in.u8());
            return new Set(
                    type,
                    slot,
                    operation,
                    operation == Operation.DELETE ? Optional.empty() : Optional.of(SecretBytes.read(in, in.u16())));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(entryType.code()).u16(slot).u8(operation.code());
            data.ifPresent(each -> {
                out.u16(each.length());
                SecretBytes.write(out, each);
            });
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }

        @Override
        public boolean answeredBy(Report report) {
            return report.entryType().equals(entryType) && report.slot() == slot;
        }
    }

    /** Key Locker Entry Get (0x20). */
    record Get(KeyLockerEntryType entryType, int slot) implements KeyLockerEntry, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.USER_CREDENTIAL, 0x20, Get::decode);

        public Get {
            Range.u16("slot", slot);
        }

        static Get decode(ByteReader in) throws DecodeException {
            return new Get(new KeyLockerEntryType(in.u8()), in.u16());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(entryType.code());
            out.u16(slot);
        }

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }

        @Override
        public boolean answeredBy(Report report) {
            return report.entryType().equals(entryType) && report.slot() == slot;
        }
    }

    /** Key Locker Entry Report (0x21). */
    record Report(boolean occupied, KeyLockerEntryType entryType, int slot) implements KeyLockerEntry {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.USER_CREDENTIAL, 0x21, Report::decode);

        public Report {
            Range.u16("slot", slot);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report((in.u8() & 0x01) != 0, new KeyLockerEntryType(in.u8()), in.u16());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(occupied ? 1 : 0);
            out.u8(entryType.code());
            out.u16(slot);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
