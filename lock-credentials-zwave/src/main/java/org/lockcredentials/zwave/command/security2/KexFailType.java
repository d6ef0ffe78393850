package org.lockcredentials.zwave.command.security2;

import org.lockcredentials.zwave.command.Range;

/** Why one side gives up the handing over of keys (SDS13783 §3.6.7.4, table 20). */
public record KexFailType(int code) {

    /** No key is both requested and granted. */
    public static final KexFailType KEX_KEY = new KexFailType(0x01);
    /** No common scheme, or an invalid one. */
    public static final KexFailType KEX_SCHEME = new KexFailType(0x02);
    /** No common curve, or an invalid one. */
    public static final KexFailType KEX_CURVES = new KexFailType(0x03);
    /** A frame could not be decrypted. */
    public static final KexFailType DECRYPT = new KexFailType(0x05);
    /** The user cancelled. */
    public static final KexFailType CANCEL = new KexFailType(0x06);
    /** An echo differs from what was exchanged before, or a command came at the wrong security level. */
    public static final KexFailType AUTH = new KexFailType(0x07);
    /** A key was asked for that was not granted. */
    public static final KexFailType KEY_GET = new KexFailType(0x08);
    /** A key could not be verified. */
    public static final KexFailType KEY_VERIFY = new KexFailType(0x09);
    /** Another key came than was asked for. */
    public static final KexFailType KEY_REPORT = new KexFailType(0x0A);

    public KexFailType {
        Range.u8("kex fail type", code);
    }
}
