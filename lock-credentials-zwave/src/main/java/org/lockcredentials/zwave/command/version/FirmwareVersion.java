package org.lockcredentials.zwave.command.version;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;

/** A version and its sub-version, 0 to 255 each. */
public record FirmwareVersion(int version, int subVersion) {

    public FirmwareVersion {
        Range.u8("version", version);
        Range.u8("sub-version", subVersion);
    }

    static FirmwareVersion decode(ByteReader in) throws DecodeException {
        return new FirmwareVersion(in.u8(), in.u8());
    }

    void encode(ByteWriter out) {
        out.u8(version).u8(subVersion);
    }

    /** As {@code 1.08} is printed by manufacturers: version, dot, sub-version. */
    @Override
    public String toString() {
        return version + "." + subVersion;
    }
}
