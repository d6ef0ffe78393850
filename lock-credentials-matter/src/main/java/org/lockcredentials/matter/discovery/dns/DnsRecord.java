package org.lockcredentials.matter.discovery.dns;

import java.util.Map;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * One record of a message (RFC 1035 4.1.3, RFC 6762 10.2).
 *
 * @param name whose record it is
 * @param unique whether its sender alone has records of this name and type, so that earlier ones are no longer true
 * @param ttl seconds that it stays true, 0 to 4,294,967,295; 0 if it has ended
 * @param data what it says
 */
public record DnsRecord(DnsName name, boolean unique, long ttl, DnsData data) {

    private static final int INTERNET = 1;
    private static final int UNIQUE = 0x8000;

    void encode(ByteWriter message, Map<DnsName, Integer> written) {
        name.encode(message, written);
        byte[] content = data.encode();
        message.u16(data.type())
                .u16(INTERNET | (unique ? UNIQUE : 0))
                .u32(ttl)
                .u16(content.length)
                .bytes(content);
    }

    static DnsRecord decode(byte[] message, ByteReader fields) throws DecodeException {
        DnsName name = DnsName.decode(message, fields);
        int type = fields.u16();
        int category = fields.u16();
        long ttl = fields.u32();
        int length = fields.u16();
        return new DnsRecord(name, (category & UNIQUE) != 0, ttl, DnsData.decode(type, message, fields, length));
    }
}
