package org.lockcredentials.matter.discovery.dns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * A message of multicast DNS (RFC 1035 4.1, RFC 6762 18). Its identifier is 0 and not looked at.
 *
 * @param response whether it answers, or asks
 * @param questions what is asked
 * @param answers what answers it; in a question, what the asker knows
 * @param additionals what an asker is likely to ask next
 */
public record DnsMessage(
        boolean response, List<DnsQuestion> questions, List<DnsRecord> answers, List<DnsRecord> additionals) {

    private static final int RESPONSE = 0x8000;
    private static final int AUTHORITATIVE = 0x0400;
    private static final int OPERATION_AND_OUTCOME = 0x780F;

    public DnsMessage {
        questions = List.copyOf(questions);
        answers = List.copyOf(answers);
        additionals = List.copyOf(additionals);
    }

    /** Questions with what the asker knows of their answers. */
    public static DnsMessage query(List<DnsQuestion> questions, List<DnsRecord> known) {
        return new DnsMessage(false, questions, known, List.of());
    }

    /** Whether these bytes would be a response, as far as their beginning tells. */
    public static boolean isResponse(byte[] message) {
        return message.length > 2 && message[2] < 0;
    }

    public byte[] encode() {
        ByteWriter message = new ByteWriter()
                .u16(0)
                .u16(response ? RESPONSE | AUTHORITATIVE : 0)
                .u16(questions.size())
                .u16(answers.size())
                .u16(0)
                .u16(additionals.size());
        Map<DnsName, Integer> written = new HashMap<>();
        questions.forEach(question -> question.encode(message, written));
        answers.forEach(answer -> answer.encode(message, written));
        additionals.forEach(additional -> additional.encode(message, written));
        return message.takeBytes();
    }

    /** Authorities are read over, and what is behind the last record; standard operations without an error are all there is. */
    public static DnsMessage decode(byte[] message) throws DecodeException {
        ByteReader fields = ByteReader.of(message);
        fields.u16();
        int flags = fields.u16();
        if ((flags & OPERATION_AND_OUTCOME) != 0) {
            throw new DecodeException("a message of multicast DNS with flags " + flags);
        }
        int questions = fields.u16();
        int answers = fields.u16();
        int authorities = fields.u16();
        int additionals = fields.u16();
        List<DnsQuestion> asked = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            asked.add(DnsQuestion.decode(message, fields));
        }
        List<DnsRecord> answered = records(answers, message, fields);
        records(authorities, message, fields);
        return new DnsMessage((flags & RESPONSE) != 0, asked, answered, records(additionals, message, fields));
    }

    private static List<DnsRecord> records(int count, byte[] message, ByteReader fields) throws DecodeException {
        List<DnsRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(DnsRecord.decode(message, fields));
        }
        return records;
    }
}
