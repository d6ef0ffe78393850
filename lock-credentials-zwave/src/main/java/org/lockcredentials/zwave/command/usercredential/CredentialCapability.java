package org.lockcredentials.zwave.command.usercredential;

import java.util.ArrayList;
import java.util.List;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;

/**
 * What a lock can do with one credential type (User Credential CC v1, Credential Capabilities Report).
 *
 * @param learn true if the lock can enrol it
 * @param slots number of slots, 0 to 65,535
 * @param minLength of its data in bytes
 * @param maxLength of its data in bytes
 * @param learnTimeout recommended time in seconds for one step of enrolling, 0 without learning
 * @param learnSteps number of steps of enrolling, 0 without learning
 * @param maxHashLength in bytes of the hash that stands for unreadable data in reports, 0 if the data is readable
 */
public record CredentialCapability(
        CredentialType type,
        boolean learn,
        int slots,
        int minLength,
        int maxLength,
        int learnTimeout,
        int learnSteps,
        int maxHashLength) {

    public CredentialCapability {
        Range.u16("slots", slots);
        Range.u8("least length", minLength);
        Range.u8("greatest length", maxLength);
        Range.u8("learn timeout", learnTimeout);
        Range.u8("learn steps", learnSteps);
        Range.u8("hash length", maxHashLength);
    }

    /** The report has a column per property, each as long as there are types. */
    static List<CredentialCapability> decodeAll(ByteReader in) throws DecodeException {
        int count = in.u8();
        ByteReader types = in.slice(count);
        ByteReader learn = in.slice(count);
        ByteReader slots = in.slice(2 * count);
        ByteReader minLengths = in.slice(count);
        ByteReader maxLengths = in.slice(count);
        ByteReader timeouts = in.slice(count);
        ByteReader steps = in.slice(count);
        ByteReader hashLengths = in.slice(count);
        List<CredentialCapability> capabilities = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            capabilities.add(new CredentialCapability(
                    new CredentialType(types.u8()),
                    (learn.u8() & 0x80) != 0,
                    slots.u16(),
                    minLengths.u8(),
                    maxLengths.u8(),
                    timeouts.u8(),
                    steps.u8(),
                    hashLengths.u8()));
        }
        return capabilities;
    }

    static void encodeAll(ByteWriter out, List<CredentialCapability> capabilities) {
        out.u8(capabilities.size());
        capabilities.forEach(each -> out.u8(each.type.code()));
        capabilities.forEach(each -> out.u8(each.learn ? 0x80 : 0));
        capabilities.forEach(each -> out.u16(each.slots));
        capabilities.forEach(each -> out.u8(each.minLength));
        capabilities.forEach(each -> out.u8(each.maxLength));
        capabilities.forEach(each -> out.u8(each.learnTimeout));
        capabilities.forEach(each -> out.u8(each.learnSteps));
        capabilities.forEach(each -> out.u8(each.maxHashLength));
    }
}
