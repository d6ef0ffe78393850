package org.lockcredentials.zwave.command.usercredential;

import org.lockcredentials.zwave.command.Range;

/** Why a Credential Report is sent (User Credential CC v1, Credential Report). */
public record CredentialReportType(int code) {

    public static final CredentialReportType ADDED = new CredentialReportType(0x00);
    public static final CredentialReportType MODIFIED = new CredentialReportType(0x01);
    public static final CredentialReportType DELETED = new CredentialReportType(0x02);
    public static final CredentialReportType UNCHANGED = new CredentialReportType(0x03);
    public static final CredentialReportType RESPONSE_TO_GET = new CredentialReportType(0x04);
    public static final CredentialReportType ADD_REJECTED_OCCUPIED = new CredentialReportType(0x05);
    public static final CredentialReportType MODIFY_REJECTED_EMPTY = new CredentialReportType(0x06);
    /** The same data is stored already; the report names where. */
    public static final CredentialReportType DUPLICATE = new CredentialReportType(0x07);

    public static final CredentialReportType MANUFACTURER_SECURITY_RULES = new CredentialReportType(0x08);
    /** The slot belongs to another user. */
    public static final CredentialReportType WRONG_USER = new CredentialReportType(0x09);

    public static final CredentialReportType DUPLICATE_ADMIN_PIN = new CredentialReportType(0x0A);

    public CredentialReportType {
        Range.u8("credential report type", code);
    }
}
