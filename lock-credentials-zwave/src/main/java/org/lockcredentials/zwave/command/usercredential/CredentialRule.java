package org.lockcredentials.zwave.command.usercredential;

import org.lockcredentials.zwave.command.Range;

/** How many credentials a user must present (User Credential CC v1, User Set). */
public record CredentialRule(int code) {

    public static final CredentialRule SINGLE = new CredentialRule(0x01);
    public static final CredentialRule DUAL = new CredentialRule(0x02);
    public static final CredentialRule TRIPLE = new CredentialRule(0x03);

    public CredentialRule {
        Range.u8("credential rule", code);
    }
}
