package org.lockcredentials.zwave.command.usercode;

import org.lockcredentials.zwave.command.Range;

/** What a lock does with codes entered at its keypad (SDS13781 §4.116.9). */
public record KeypadMode(int code) {

    public static final KeypadMode NORMAL = new KeypadMode(0x00);
    /** Only the admin code is accepted. */
    public static final KeypadMode VACATION = new KeypadMode(0x01);
    /** Nothing is accepted. */
    public static final KeypadMode PRIVACY = new KeypadMode(0x02);
    /** Nothing is accepted, after too many wrong codes; reported, never set. */
    public static final KeypadMode LOCKED_OUT = new KeypadMode(0x03);

    public KeypadMode {
        Range.u8("keypad mode", code);
    }
}
