package org.lockcredentials.matter.discovery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.discovery.dns.DnsData;
import org.lockcredentials.matter.discovery.dns.DnsMessage;
import org.lockcredentials.matter.discovery.dns.DnsName;
import org.lockcredentials.matter.discovery.dns.DnsQuestion;
import org.lockcredentials.matter.discovery.dns.DnsRecord;
import org.lockcredentials.matter.discovery.mdns.MulticastPort;

/** A network in which somebody answers just what he is asked, unless he is deaf. */
final class ScriptedNetwork implements MulticastPort {

    static final int LINK = 3;
    static final DnsName HOST = DnsName.of("B2A1.local");

    final List<DnsMessage> sent = new ArrayList<>();
    boolean deaf;
    boolean takesUnicast = true;
    boolean closed;
    int link = LINK;
    private final List<DnsRecord> records = new ArrayList<>();
    private Listener listener = (message, from) -> {};

    void has(DnsName name, DnsData data) {
        records.add(new DnsRecord(name, false, 120, data));
    }

    void has(DnsName name, String... attributes) {
        has(name, new DnsData.Text(List.of(attributes)));
    }

    void hasHost(String... addresses) throws UnknownHostException {
        for (String address : addresses) {
            has(HOST, new DnsData.Address(InetAddress.getByName(address)));
        }
    }

    void forgets() {
        records.clear();
    }

    /** All that is asked, in order, with QU where the answer may come to the asker alone. */
    List<String> asked() {
        return sent.stream()
                .flatMap(message -> message.questions().stream())
                .map(each -> each.type() + " " + each.name() + (each.unicast() ? " QU" : ""))
                .toList();
    }

    void says(DnsRecord... unasked) {
        hears(new DnsMessage(true, List.of(), List.of(unasked), List.of()).encode());
    }

    void hears(byte[] message) {
        listener.heard(message, link);
    }

    @Override
    public void open(Listener hears) {
        listener = hears;
    }

    @Override
    public boolean takesUnicast() {
        return takesUnicast;
    }

    @Override
    public void send(byte[] message) {
        try {
            DnsMessage query = DnsMessage.decode(message);
            sent.add(query);
            List<DnsRecord> answers = records.stream()
                    .filter(record -> query.questions().stream().anyMatch(question -> answers(record, question)))
                    .filter(record -> query.answers().stream()
                            .noneMatch(known -> known.data().equals(record.data())))
                    .toList();
            if (!deaf && !answers.isEmpty()) {
                says(answers.toArray(DnsRecord[]::new));
            }
        } catch (DecodeException malformed) {
            throw new AssertionError(malformed);
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private static boolean answers(DnsRecord record, DnsQuestion question) {
        return record.name().equals(question.name()) && record.data().type() == question.type();
    }
}
