package org.lockcredentials.zwave.lock;

import static org.lockcredentials.zwave.command.usercredential.CredentialRule.DUAL;
import static org.lockcredentials.zwave.command.usercredential.CredentialRule.SINGLE;
import static org.lockcredentials.zwave.command.usercredential.CredentialRule.TRIPLE;
import static org.lockcredentials.zwave.command.usercredential.CredentialType.BLE;
import static org.lockcredentials.zwave.command.usercredential.CredentialType.DESFIRE;
import static org.lockcredentials.zwave.command.usercredential.CredentialType.EYE_BIOMETRIC;
import static org.lockcredentials.zwave.command.usercredential.CredentialType.FACE_BIOMETRIC;
import static org.lockcredentials.zwave.command.usercredential.CredentialType.FINGER_BIOMETRIC;
import static org.lockcredentials.zwave.command.usercredential.CredentialType.HAND_BIOMETRIC;
import static org.lockcredentials.zwave.command.usercredential.CredentialType.NFC;
import static org.lockcredentials.zwave.command.usercredential.CredentialType.PASSWORD;
import static org.lockcredentials.zwave.command.usercredential.CredentialType.PIN_CODE;
import static org.lockcredentials.zwave.command.usercredential.CredentialType.RFID_CODE;
import static org.lockcredentials.zwave.command.usercredential.CredentialType.UNSPECIFIED_BIOMETRIC;
import static org.lockcredentials.zwave.command.usercredential.CredentialType.UWB;
import static org.lockcredentials.zwave.command.usercredential.UserType.DISPOSABLE;
import static org.lockcredentials.zwave.command.usercredential.UserType.DURESS;
import static org.lockcredentials.zwave.command.usercredential.UserType.EXPIRING;
import static org.lockcredentials.zwave.command.usercredential.UserType.GENERAL;
import static org.lockcredentials.zwave.command.usercredential.UserType.NON_ACCESS;
import static org.lockcredentials.zwave.command.usercredential.UserType.PROGRAMMING;
import static org.lockcredentials.zwave.command.usercredential.UserType.REMOTE_ONLY;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialRule;
import org.lockcredentials.CredentialType;
import org.lockcredentials.UserType;
import org.lockcredentials.zwave.command.usercredential.Modifier;
import org.lockcredentials.zwave.command.usercredential.ModifierType;

/** The words of User Credential beside those of the model, one row each. */
final class Terms {

    private static final Map<CredentialType, org.lockcredentials.zwave.command.usercredential.CredentialType>
            CREDENTIALS = new EnumMap<>(Map.ofEntries(
            Map.entry(CredentialType.PIN, PIN_CODE),
            Map.entry(CredentialType.PASSWORD, PASSWORD),
            Map.entry(CredentialType.RFID, RFID_CODE),
            Map.entry(CredentialType.BLE, BLE),
            Map.entry(CredentialType.NFC, NFC),
            Map.entry(CredentialType.UWB, UWB),
            Map.entry(CredentialType.EYE, EYE_BIOMETRIC),
            Map.entry(CredentialType.FACE, FACE_BIOMETRIC),
            Map.entry(CredentialType.FINGERPRINT, FINGER_BIOMETRIC),
            Map.entry(CredentialType.HAND, HAND_BIOMETRIC),
            Map.entry(CredentialType.UNSPECIFIED_BIOMETRIC, UNSPECIFIED_BIOMETRIC),
            Map.entry(CredentialType.DESFIRE, DESFIRE)));

    private static final Map<UserType, org.lockcredentials.zwave.command.usercredential.UserType> USERS =
            new EnumMap<>(Map.of(
                    UserType.GENERAL,
                    GENERAL,
                    UserType.PROGRAMMING,
                    PROGRAMMING,
                    UserType.NON_ACCESS,
                    NON_ACCESS,
                    UserType.DURESS,
                    DURESS,
                    UserType.DISPOSABLE,
                    DISPOSABLE,
                    UserType.EXPIRING,
                    EXPIRING,
                    UserType.REMOTE_ONLY,
                    REMOTE_ONLY));

    private static final Map<CredentialRule, org.lockcredentials.zwave.command.usercredential.CredentialRule> RULES =
            new EnumMap<>(
                    Map.of(CredentialRule.SINGLE, SINGLE, CredentialRule.DUAL, DUAL, CredentialRule.TRIPLE, TRIPLE));

    private static final Map<org.lockcredentials.zwave.command.usercredential.CredentialType, CredentialType>
            CREDENTIALS_BACK = inverse(CREDENTIALS);
    private static final Map<org.lockcredentials.zwave.command.usercredential.UserType, UserType> USERS_BACK =
            inverse(USERS);
    private static final Map<org.lockcredentials.zwave.command.usercredential.CredentialRule, CredentialRule>
            RULES_BACK = inverse(RULES);

    private Terms() {}

    static Optional<org.lockcredentials.zwave.command.usercredential.CredentialType> of(CredentialType type) {
        return Optional.ofNullable(CREDENTIALS.get(type));
    }

    static Optional<org.lockcredentials.zwave.command.usercredential.UserType> of(UserType type) {
        return Optional.ofNullable(USERS.get(type));
    }

    static Optional<org.lockcredentials.zwave.command.usercredential.CredentialRule> of(CredentialRule rule) {
        return Optional.ofNullable(RULES.get(rule));
    }

    static Optional<CredentialType> of(org.lockcredentials.zwave.command.usercredential.CredentialType type) {
        return Optional.ofNullable(CREDENTIALS_BACK.get(type));
    }

    static Optional<UserType> of(org.lockcredentials.zwave.command.usercredential.UserType type) {
        return Optional.ofNullable(USERS_BACK.get(type));
    }

    static Optional<CredentialRule> of(org.lockcredentials.zwave.command.usercredential.CredentialRule rule) {
        return Optional.ofNullable(RULES_BACK.get(rule));
    }

    /** The place of a credential that a lock names, or empty if it means several or the model has no word for its type. */
    static Optional<Credential> place(org.lockcredentials.zwave.command.usercredential.CredentialType type, int slot) {
        return slot == 0 ? Optional.empty() : of(type).map(known -> new Credential(known, slot));
    }

    /** Who changed something last, as far as the lock tells. */
    static Optional<String> author(Modifier modifier) {
        if (modifier.type().equals(ModifierType.Z_WAVE)) {
            return Optional.of("node " + modifier.nodeId());
        }
        if (modifier.type().equals(ModifierType.LOCALLY)) {
            return Optional.of("keypad");
        }
        return modifier.type().equals(ModifierType.OTHER_TECHNOLOGY) ? Optional.of("other") : Optional.empty();
    }

    private static <A, B> Map<B, A> inverse(Map<A, B> map) {
        return map.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
    }
}
