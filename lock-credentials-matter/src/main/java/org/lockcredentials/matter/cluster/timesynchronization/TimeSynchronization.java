package org.lockcredentials.matter.cluster.timesynchronization;

import java.time.Instant;
import java.util.List;
import org.lockcredentials.matter.cluster.Attribute;
import org.lockcredentials.matter.cluster.Coded;
import org.lockcredentials.matter.cluster.MatterEpoch;
import org.lockcredentials.matter.tlv.TlvElement;

/** The attributes of the Time Synchronization cluster (11.17.8). */
public final class TimeSynchronization {

    public static final long CLUSTER = 0x0038;

    public static final Attribute<Instant> UTC_TIME = new Attribute<>(CLUSTER, 0x00, "UTCTime", MatterEpoch::instant);
    public static final Attribute<Granularity> GRANULARITY =
            new Attribute<>(CLUSTER, 0x01, "Granularity", Coded.reading(Granularity.class));
    public static final Attribute<List<TimeZoneOffset>> TIME_ZONE =
            new Attribute<>(CLUSTER, 0x05, "TimeZone", list -> list.array().each(TimeZoneOffset::read));
    public static final Attribute<List<DstOffset>> DST_OFFSET =
            new Attribute<>(CLUSTER, 0x06, "DSTOffset", list -> list.array().each(DstOffset::read));
    public static final Attribute<TimeZoneDatabase> TIME_ZONE_DATABASE =
            new Attribute<>(CLUSTER, 0x08, "TimeZoneDatabase", Coded.reading(TimeZoneDatabase.class));
    public static final Attribute<Integer> DST_OFFSET_LIST_MAX_SIZE =
            new Attribute<>(CLUSTER, 0x0B, "DSTOffsetListMaxSize", TlvElement::u8);

    /** Bit 0: the node has a time zone. */
    public static final Attribute<Long> FEATURE_MAP = new Attribute<>(CLUSTER, 0xFFFC, "FeatureMap", TlvElement::u32);

    private TimeSynchronization() {}
}
