package org.lockcredentials.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialRule;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.UserType;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.schedule.Schedule;

/** A lock's contents as bytes: version, revision, bolt, admin code, users, credentials. */
final class ContentsCodec {

    private static final int VERSION = 1;

    private ContentsCodec() {}

    static byte[] encode(Contents contents) {
        ByteWriter to = new ByteWriter().u8(VERSION).u32(contents.revision() & 0xFFFF_FFFFL);
        to.u8(contents.locked() ? 1 : 0);
        Fields.optional(to, contents.adminCode(), ContentsCodec::secret);
        to.u16(contents.users().size());
        contents.users().forEach(user -> user(to, user));
        to.u16(contents.credentials().size());
        contents.credentials().forEach(credential -> credential(to, credential));
        return to.takeBytes();
    }

    static void decode(byte[] bytes, Contents into) throws DecodeException {
        ByteReader from = ByteReader.of(bytes);
        if (from.u8() != VERSION) {
            throw new DecodeException("contents of another version");
        }
        long revision = from.u32();
        into.locked(from.u8() == 1);
        into.adminCode(Fields.optional(from, ContentsCodec::secret));
        for (int users = from.u16(); users > 0; users--) {
            into.put(user(from));
        }
        for (int credentials = from.u16(); credentials > 0; credentials--) {
            into.put(credential(from));
        }
        into.revision(revision);
    }

    private static void user(ByteWriter to, StoredUser stored) {
        User user = stored.user();
        to.u16(user.index()).u8(user.enabled() ? 1 : 0);
        to.u8(user.type().ordinal()).u8(user.rule().ordinal());
        Fields.optional(to, user.name(), Fields::text);
        Fields.optional(to, user.creator(), Fields::text);
        Fields.optional(to, user.modifier(), Fields::text);
        Fields.optional(to, stored.expiry(), (out, expiry) -> out.u32(expiry.toSeconds()));
        Fields.optional(to, stored.firstUse(), (out, first) -> out.u32(first.getEpochSecond()));
        to.u16(user.schedules().size());
        user.schedules().forEach(schedule -> ScheduleCodec.encode(to, schedule));
    }

    private static StoredUser user(ByteReader from) throws DecodeException {
        int index = Fields.place(from);
        boolean enabled = from.u8() == 1;
        UserType type = Fields.constant(from, UserType.class);
        CredentialRule rule = Fields.constant(from, CredentialRule.class);
        Optional<String> name = Fields.optional(from, Fields::text);
        Optional<String> creator = Fields.optional(from, Fields::text);
        Optional<String> modifier = Fields.optional(from, Fields::text);
        Optional<Duration> expiry = Fields.optional(from, in -> Duration.ofSeconds(in.u32()));
        Optional<Instant> firstUse = Fields.optional(from, in -> Instant.ofEpochSecond(in.u32()));
        List<Schedule> schedules = new ArrayList<>();
        for (int left = from.u16(); left > 0; left--) {
            schedules.add(ScheduleCodec.decode(from));
        }
        User user = new User(index, name, enabled, type, rule, List.of(), schedules, creator, modifier);
        return new StoredUser(user, expiry, firstUse);
    }

    private static void credential(ByteWriter to, StoredCredential credential) {
        to.u8(credential.place().type().ordinal()).u16(credential.place().slot());
        to.u16(credential.userIndex());
        secret(to, credential.secret());
        Fields.text(to, credential.creator());
    }

    private static StoredCredential credential(ByteReader from) throws DecodeException {
        CredentialType type = Fields.constant(from, CredentialType.class);
        Credential place = new Credential(type, Fields.place(from));
        return new StoredCredential(place, Fields.place(from), secret(from), Fields.text(from));
    }

    private static void secret(ByteWriter to, Secret secret) {
        secret.use(bytes -> to.u16(bytes.length).bytes(bytes));
    }

    private static Secret secret(ByteReader from) throws DecodeException {
        byte[] bytes = from.bytes(from.u16());
        try {
            return Secret.of(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
