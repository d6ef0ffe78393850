package org.lockcredentials.matter.conformance;

import java.util.EnumSet;
import org.lockcredentials.conformance.OtherSide;

/** A lock as matter.js has it: one refusal for everything, users who stay without credentials. */
class PlainLockConformanceIT extends MatterJsConformance {
    PlainLockConformanceIT() {
        super(
                "{'storage':'STORAGE','plain':true}",
                EnumSet.of(
                        OtherSide.TELLS_OF_OPERATIONS,
                        OtherSide.KEYPAD,
                        OtherSide.REPORTS_WRONG_CODES,
                        OtherSide.RESTART));
    }
}
