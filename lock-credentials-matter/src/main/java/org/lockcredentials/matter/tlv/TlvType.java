package org.lockcredentials.matter.tlv;

/** The low five bits of a control octet, and the tag forms of the high three (Matter Core Specification, A.7). */
final class TlvType {

    static final int SIGNED = 0x00;
    static final int UNSIGNED = 0x04;
    static final int FALSE = 0x08;
    static final int TRUE = 0x09;
    static final int FLOAT = 0x0A;
    static final int DOUBLE = 0x0B;
    static final int UTF8 = 0x0C;
    static final int BYTES = 0x10;
    static final int NULL = 0x14;
    static final int STRUCTURE = 0x15;
    static final int ARRAY = 0x16;
    static final int LIST = 0x17;
    static final int END = 0x18;
    static final int MASK = 0x1F;

    static final int TAG_SHIFT = 5;
    static final int ANONYMOUS = 0;
    static final int CONTEXT = 1;
    static final int COMMON_2 = 2;
    static final int COMMON_4 = 3;
    static final int IMPLICIT_2 = 4;
    static final int IMPLICIT_4 = 5;
    static final int FULL_6 = 6;
    static final int FULL_8 = 7;

    private TlvType() {}
}
