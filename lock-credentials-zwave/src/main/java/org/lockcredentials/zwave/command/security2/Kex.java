package org.lockcredentials.zwave.command.security2;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Security 2 CC v1, KEX Get, Report, Set and Fail (SDS13783 §3.6.7.1 to §3.6.7.4). */
public sealed interface Kex extends Command {

    /** Flag of Report and Set: confirms over the temporary channel what was exchanged in the clear. */
    int ECHO = 0x01;
    /** Flag of Report and Set: client-side authentication is asked for, or permitted. */
    int CLIENT_SIDE_AUTHENTICATION = 0x02;
    /** The one scheme, as a bit of its mask. */
    int SCHEME_1 = 0x02;
    /** The one curve, as a bit of its mask. */
    int CURVE25519 = 0x01;

    /** KEX Get (0x04). */
    record Get() implements Kex, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.SECURITY_2, 0x04, in -> new Get());

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /**
     * KEX Report (0x05).
     *
     * @param flags as on the wire, since an echo repeats reserved ones too
     * @param schemes mask of supported schemes
     * @param curves mask of supported curves
     * @param requestedKeys mask of keys by table 19
     */
    record Report(int flags, int schemes, int curves, int requestedKeys) implements Kex {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.SECURITY_2, 0x05, Report::decode);

        public Report {
            Kex.check(flags, schemes, curves, requestedKeys);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(in.u8(), in.u8(), in.u8(), in.u8());
        }

        public boolean echo() {
            return (flags & ECHO) != 0;
        }

        public boolean requestsClientSideAuthentication() {
            return (flags & CLIENT_SIDE_AUTHENTICATION) != 0;
        }

        /** The same with the flag that makes it an echo. */
        public Report echoed() {
            return new Report(flags | ECHO, schemes, curves, requestedKeys);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(flags).u8(schemes).u8(curves).u8(requestedKeys);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }

    /**
     * KEX Set (0x06).
     *
     * @param flags as on the wire
     * @param scheme mask with the selected scheme
     * @param curve mask with the selected curve
     * @param grantedKeys mask of keys by table 19
     */
    record Set(int flags, int scheme, int curve, int grantedKeys) implements Kex {
        public static final CommandType<Set> TYPE =
                CommandType.of(Set.class, CommandClass.SECURITY_2, 0x06, Set::decode);

        public Set {
            Kex.check(flags, scheme, curve, grantedKeys);
        }

        static Set decode(ByteReader in) throws DecodeException {
            return new Set(in.u8(), in.u8(), in.u8(), in.u8());
        }

        public boolean echo() {
            return (flags & ECHO) != 0;
        }

        /** The same with the flag that makes it an echo. */
        public Set echoed() {
            return new Set(flags | ECHO, scheme, curve, grantedKeys);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(flags).u8(scheme).u8(curve).u8(grantedKeys);
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }
    }

    /** KEX Fail (0x07). */
    record Fail(KexFailType reason) implements Kex {
        public static final CommandType<Fail> TYPE =
                CommandType.of(Fail.class, CommandClass.SECURITY_2, 0x07, in -> new Fail(new KexFailType(in.u8())));

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(reason.code());
        }

        @Override
        public CommandType<Fail> type() {
            return TYPE;
        }
    }

    private static void check(int flags, int schemes, int curves, int keys) {
        Range.u8("flags", flags);
        Range.u8("schemes", schemes);
        Range.u8("curves", curves);
        Range.u8("keys", keys);
    }
}
