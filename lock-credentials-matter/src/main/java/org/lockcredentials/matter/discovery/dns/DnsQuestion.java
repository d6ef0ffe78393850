package org.lockcredentials.matter.discovery.dns;

import java.util.Map;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * One question of a message (RFC 1035 4.1.2, RFC 6762 5.4).
 *
 * @param name what is asked about
 * @param type a number of {@link DnsType} or any other, 0 to 65,535
 * @param unicast whether the answer should come to the asker alone (QU)
 */
public record DnsQuestion(DnsName name, int type, boolean unicast) {

    private static final int INTERNET = 1;
    private static final int UNICAST = 0x8000;

    /** The same question, answered to the asker alone or to all. */
    public DnsQuestion withUnicast(boolean toAskerAlone) {
        return new DnsQuestion(name, type, toAskerAlone);
    }

    void encode(ByteWriter message, Map<DnsName, Integer> written) {
        name.encode(message, written);
        message.u16(type).u16(INTERNET | (unicast ? UNICAST : 0));
    }

    static DnsQuestion decode(byte[] message, ByteReader fields) throws DecodeException {
        DnsName name = DnsName.decode(message, fields);
        int type = fields.u16();
        return new DnsQuestion(name, type, (fields.u16() & UNICAST) != 0);
    }
}
