package org.lockcredentials.zwave.command.supervision;

import org.lockcredentials.zwave.command.Range;

/** How far the receiver of a supervised command is (SDS13783 §3.7.4). */
public record SupervisionStatus(int code) {

    /** The command is not supported, or was refused for its security class. */
    public static final SupervisionStatus NO_SUPPORT = new SupervisionStatus(0x00);
    /** Begun; a duration follows, and more reports if they were asked for. */
    public static final SupervisionStatus WORKING = new SupervisionStatus(0x01);
    /** Understood and not done. */
    public static final SupervisionStatus FAIL = new SupervisionStatus(0x02);
    /** Done. */
    public static final SupervisionStatus SUCCESS = new SupervisionStatus(0xFF);

    public SupervisionStatus {
        Range.u8("status", code);
    }
}
