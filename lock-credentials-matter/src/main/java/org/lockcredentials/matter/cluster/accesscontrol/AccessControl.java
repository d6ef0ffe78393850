package org.lockcredentials.matter.cluster.accesscontrol;

import java.util.List;
import org.lockcredentials.matter.cluster.Attribute;
import org.lockcredentials.matter.cluster.WritableAttribute;
import org.lockcredentials.matter.tlv.Tag;

/** Attributes of the Access Control cluster (9.10.6). */
public final class AccessControl {

    public static final long CLUSTER = 0x001F;

    /** Entries of the fabric of the one who reads or writes. */
    public static final WritableAttribute<List<AccessControlEntry>> ACL = new WritableAttribute<>(
            new Attribute<>(CLUSTER, 0x00, "ACL", list -> list.array().each(AccessControlEntry::read)),
            (out, tag, entries) -> out.array(
                    tag, list -> entries.forEach(entry -> AccessControlEntry.write(list, Tag.ANONYMOUS, entry))));

    private AccessControl() {}
}
