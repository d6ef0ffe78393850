package org.lockcredentials.matter.conformance;

import java.util.EnumSet;
import org.lockcredentials.conformance.OtherSide;

/** A lock that does what the specification says. */
class StrictLockConformanceIT extends MatterJsConformance {
    StrictLockConformanceIT() {
        super("{'storage':'STORAGE'}", EnumSet.complementOf(EnumSet.of(OtherSide.READER)));
    }
}
