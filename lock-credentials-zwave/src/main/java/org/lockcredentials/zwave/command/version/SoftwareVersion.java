package org.lockcredentials.zwave.command.version;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;

/**
 * The version of one software component: a three-part version and a build number; all zero where a node has none.
 *
 * @param build 0 to 65,535
 */
public record SoftwareVersion(int major, int minor, int patch, int build) {

    public SoftwareVersion {
        Range.u8("major version", major);
        Range.u8("minor version", minor);
        Range.u8("patch version", patch);
        Range.u16("build number", build);
    }

    static SoftwareVersion decode(ByteReader in) throws DecodeException {
        return new SoftwareVersion(in.u8(), in.u8(), in.u8(), in.u16());
    }

    /** The SDK version comes without a build number. */
    static SoftwareVersion decodeWithoutBuild(ByteReader in) throws DecodeException {
        return new SoftwareVersion(in.u8(), in.u8(), in.u8(), 0);
    }

    void encode(ByteWriter out) {
        encodeWithoutBuild(out);
        out.u16(build);
    }

    void encodeWithoutBuild(ByteWriter out) {
        out.u8(major).u8(minor).u8(patch);
    }
}
