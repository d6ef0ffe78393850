package org.lockcredentials.zwave.command.usercredential;

import org.lockcredentials.zwave.command.Range;

/** Kind of a credential (User Credential CC v1, Credential Set). */
public record CredentialType(int code) {

    /** No type, or every type. */
    public static final CredentialType NONE = new CredentialType(0x00);

    public static final CredentialType PIN_CODE = new CredentialType(0x01);
    public static final CredentialType PASSWORD = new CredentialType(0x02);
    public static final CredentialType RFID_CODE = new CredentialType(0x03);
    public static final CredentialType BLE = new CredentialType(0x04);
    public static final CredentialType NFC = new CredentialType(0x05);
    public static final CredentialType UWB = new CredentialType(0x06);
    public static final CredentialType EYE_BIOMETRIC = new CredentialType(0x07);
    public static final CredentialType FACE_BIOMETRIC = new CredentialType(0x08);
    public static final CredentialType FINGER_BIOMETRIC = new CredentialType(0x09);
    public static final CredentialType HAND_BIOMETRIC = new CredentialType(0x0A);
    public static final CredentialType UNSPECIFIED_BIOMETRIC = new CredentialType(0x0B);
    /** DESFire EV2 or EV3, since version 2. */
    public static final CredentialType DESFIRE = new CredentialType(0x0C);

    public CredentialType {
        Range.u8("credential type", code);
    }
}
