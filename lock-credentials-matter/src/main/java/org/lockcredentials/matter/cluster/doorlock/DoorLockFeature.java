package org.lockcredentials.matter.cluster.doorlock;

import java.util.EnumSet;
import java.util.Set;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvElement;

/** Features of the cluster, by their bit in its feature map (5.2.4). */
public enum DoorLockFeature {
    PIN_CREDENTIAL(0),
    RFID_CREDENTIAL(1),
    FINGER_CREDENTIALS(2),
    WEEK_DAY_ACCESS_SCHEDULES(4),
    DOOR_POSITION_SENSOR(5),
    FACE_CREDENTIALS(6),
    CREDENTIAL_OVER_THE_AIR_ACCESS(7),
    USER(8),
    YEAR_DAY_ACCESS_SCHEDULES(10),
    HOLIDAY_SCHEDULES(11),
    UNBOLTING(12),
    ALIRO_PROVISIONING(13),
    ALIRO_BLE_UWB(14);

    private final int bit;

    DoorLockFeature(int bit) {
        this.bit = bit;
    }

    static Set<DoorLockFeature> read(TlvElement map) throws DecodeException {
        long bits = map.u32();
        Set<DoorLockFeature> features = EnumSet.noneOf(DoorLockFeature.class);
        for (DoorLockFeature each : values()) {
            if ((bits >> each.bit & 1) == 1) {
                features.add(each);
            }
        }
        return Set.copyOf(features);
    }
}
