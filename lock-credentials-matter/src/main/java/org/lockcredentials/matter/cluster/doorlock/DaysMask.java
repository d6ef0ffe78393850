package org.lockcredentials.matter.cluster.doorlock;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvWriter;

/** DaysMaskBitmap: bit 0 is Sunday, bit 6 is Saturday (5.2.6.1). */
final class DaysMask {

    private DaysMask() {}

    static Set<DayOfWeek> read(TlvElement mask) throws DecodeException {
        int bits = mask.u8();
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if ((bits >> bit(day) & 1) == 1) {
                days.add(day);
            }
        }
        return Set.copyOf(days);
    }

    static void write(TlvWriter out, Tag tag, Set<DayOfWeek> days) {
        out.unsigned(tag, days.stream().mapToInt(day -> 1 << bit(day)).sum());
    }

    private static int bit(DayOfWeek day) {
        return day.getValue() % 7;
    }
}
