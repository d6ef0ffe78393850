package org.lockcredentials.zwave.node;

import java.util.Set;
import org.lockcredentials.zwave.security.SecurityClass;

/**
 * What is known before a node is asked of the classes that it was granted.
 *
 * @param classes that it may have
 * @param certain whether it was granted them here; else they are those of the network's keys, to be tried
 */
public record Grants(Set<SecurityClass> classes, boolean certain) {

    public Grants {
        classes = Set.copyOf(classes);
    }

    /** Granted when the node joined. */
    public static Grants of(Set<SecurityClass> classes) {
        return new Grants(classes, true);
    }

    /** To be found out among those that the network has keys of. */
    public static Grants among(Set<SecurityClass> classes) {
        return new Grants(classes, false);
    }
}
