package org.lockcredentials.zwave.security.bootstrap;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.lockcredentials.zwave.command.security2.Kex;
import org.lockcredentials.zwave.command.security2.KexFailType;
import org.lockcredentials.zwave.security.NetworkKeys;
import org.lockcredentials.zwave.security.SecurityClass;

/** What becomes of a joining node's KEX Report, interrupt point A1 (SDS13783 §3.6.6.4.1, table 15). */
sealed interface KexCheck {

    /** These classes can be granted. */
    record Acceptable(Set<SecurityClass> classes) implements KexCheck {}

    /** The exchange ends here. */
    record Unacceptable(Action.Cause cause, KexFailType reason) implements KexCheck {}

    static KexCheck of(Kex.Report report, NetworkKeys networkKeys, boolean longRange) {
        if (report.schemes() != Kex.SCHEME_1) {
            return new Unacceptable(Action.Cause.INVALID, KexFailType.KEX_SCHEME);
        }
        if (report.curves() != Kex.CURVE25519) {
            return new Unacceptable(Action.Cause.INVALID, KexFailType.KEX_CURVES);
        }
        EnumSet<SecurityClass> classes = EnumSet.noneOf(SecurityClass.class);
        classes.addAll(SecurityClass.ofMask(report.requestedKeys(), longRange));
        classes.retainAll(networkKeys.classes());
        if (classes.isEmpty()) {
            return new Unacceptable(Action.Cause.INVALID, KexFailType.KEX_KEY);
        }
        if (report.requestsClientSideAuthentication()) {
            // Declined, which leaves the classes that nobody has to vouch for (step 4b).
            classes.removeIf(SecurityClass::isAuthenticated);
        }
        return classes.isEmpty()
                ? new Unacceptable(Action.Cause.CLIENT_SIDE_AUTHENTICATION, KexFailType.CANCEL)
                : new Acceptable(Collections.unmodifiableSet(classes));
    }
}
