package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Coded;

/** How loud the lock is (SoundVolumeEnum, Matter Application Clusters 5.2.6). */
public enum SoundVolume implements Coded {
    SILENT(0),
    LOW(1),
    HIGH(2),
    MEDIUM(3);

    private final int code;

    SoundVolume(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
