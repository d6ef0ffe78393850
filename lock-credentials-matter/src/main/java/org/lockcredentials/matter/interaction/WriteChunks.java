package org.lockcredentials.matter.interaction;

import java.util.ArrayList;
import java.util.List;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvArray;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvWriter;

/** Spreads writes over as many messages as they need; a list that is too long goes element by element (8.7.2.3). */
final class WriteChunks {

    /** What fits a datagram of 1,280 octets beside all headers. */
    private static final int ROOM = 1_100;

    private WriteChunks() {}

    static List<WriteRequest> of(List<AttributeData> writes, boolean timed) {
        List<List<AttributeData>> messages = new ArrayList<>();
        List<AttributeData> message = new ArrayList<>();
        int used = 0;
        for (AttributeData write : split(writes)) {
            int size = size(write);
            if (used + size > ROOM && !message.isEmpty()) {
                messages.add(message);
                message = new ArrayList<>();
                used = 0;
            }
            message.add(write);
            used += size;
        }
        messages.add(message);
        List<WriteRequest> requests = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            requests.add(new WriteRequest(timed, messages.get(i), i < messages.size() - 1));
        }
        return requests;
    }

    private static List<AttributeData> split(List<AttributeData> writes) {
        List<AttributeData> all = new ArrayList<>();
        for (AttributeData write : writes) {
            if (write.value() instanceof TlvArray list && size(write) > ROOM) {
                all.add(new AttributeData(write.dataVersion(), write.path(), new TlvArray(List.of())));
                for (TlvElement element : list.elements()) {
                    all.add(new AttributeData(write.dataVersion(), write.path().appending(), element));
                }
            } else {
                all.add(write);
            }
        }
        return all;
    }

    private static int size(AttributeData write) {
        TlvWriter out = new TlvWriter();
        write.encode(out, Tag.ANONYMOUS);
        return out.takeBytes().length;
    }
}
