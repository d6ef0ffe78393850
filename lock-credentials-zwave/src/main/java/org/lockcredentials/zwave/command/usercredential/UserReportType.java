package org.lockcredentials.zwave.command.usercredential;

import org.lockcredentials.zwave.command.Range;

/** Why a User Report is sent (User Credential CC v1, User Report). */
public record UserReportType(int code) {

    public static final UserReportType ADDED = new UserReportType(0x00);
    public static final UserReportType MODIFIED = new UserReportType(0x01);
    public static final UserReportType DELETED = new UserReportType(0x02);
    public static final UserReportType UNCHANGED = new UserReportType(0x03);
    public static final UserReportType RESPONSE_TO_GET = new UserReportType(0x04);
    public static final UserReportType ADD_REJECTED_OCCUPIED = new UserReportType(0x05);
    public static final UserReportType MODIFY_REJECTED_EMPTY = new UserReportType(0x06);
    public static final UserReportType ZERO_EXPIRING_MINUTES = new UserReportType(0x07);

    public UserReportType {
        Range.u8("user report type", code);
    }
}
