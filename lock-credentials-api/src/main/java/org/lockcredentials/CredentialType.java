package org.lockcredentials;

/** The kinds of credential that a lock may hold. Which of them a lock has, and what can be done with each, its {@link Capabilities} say. */
public enum CredentialType {
    /** ASCII digits, typed at a keypad. */
    PIN,
    /** Text, typed at a keypad with letters. */
    PASSWORD,
    RFID,
    NFC,
    BLE,
    UWB,
    FINGERPRINT,
    FINGER_VEIN,
    FACE,
    EYE,
    HAND,
    UNSPECIFIED_BIOMETRIC,
    DESFIRE,
    ALIRO_CREDENTIAL_ISSUER_KEY,
    ALIRO_EVICTABLE_ENDPOINT_KEY,
    ALIRO_NON_EVICTABLE_ENDPOINT_KEY,
    /** The PIN that opens a lock's own programming menu. */
    PROGRAMMING_PIN
}
