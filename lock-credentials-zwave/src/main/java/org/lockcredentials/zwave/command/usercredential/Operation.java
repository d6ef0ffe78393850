package org.lockcredentials.zwave.command.usercredential;

import org.lockcredentials.internal.bytes.DecodeException;

/** What a Set does; an Add never overwrites and a Modify never creates (User Credential CC v1, User Set). */
public enum Operation {
    ADD(0),
    MODIFY(1),
    DELETE(2);

    private final int code;

    Operation(int code) {
        this.code = code;
    }

    static Operation decode(int bits) throws DecodeException {
        return switch (bits & 0x03) {
            case 0 -> ADD;
            case 1 -> MODIFY;
            case 2 -> DELETE;
            default -> throw new DecodeException("operation 3 is reserved");
        };
    }

    int code() {
        return code;
    }

    /**
     * False if a report of that type tells of something else: of what was asked for, or of how another operation ended.
     *
     * @param reportType the types of User Reports and of Credential Reports begin with the same seven
     */
    boolean mayEndIn(int reportType) {
        return switch (reportType) {
            case 0, 1, 2 -> reportType == code;
            case 4 -> false;
            case 5 -> this == ADD;
            case 6 -> this != ADD;
            default -> true;
        };
    }
}
