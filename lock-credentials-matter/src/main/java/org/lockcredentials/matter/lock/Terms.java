package org.lockcredentials.matter.lock;

import static org.lockcredentials.matter.cluster.doorlock.CredentialType.ALIRO_CREDENTIAL_ISSUER_KEY;
import static org.lockcredentials.matter.cluster.doorlock.CredentialType.ALIRO_EVICTABLE_ENDPOINT_KEY;
import static org.lockcredentials.matter.cluster.doorlock.CredentialType.ALIRO_NON_EVICTABLE_ENDPOINT_KEY;
import static org.lockcredentials.matter.cluster.doorlock.CredentialType.FACE;
import static org.lockcredentials.matter.cluster.doorlock.CredentialType.FINGERPRINT;
import static org.lockcredentials.matter.cluster.doorlock.CredentialType.FINGER_VEIN;
import static org.lockcredentials.matter.cluster.doorlock.CredentialType.PIN;
import static org.lockcredentials.matter.cluster.doorlock.CredentialType.PROGRAMMING_PIN;
import static org.lockcredentials.matter.cluster.doorlock.CredentialType.RFID;
import static org.lockcredentials.matter.cluster.doorlock.UserType.DISPOSABLE;
import static org.lockcredentials.matter.cluster.doorlock.UserType.EXPIRING;
import static org.lockcredentials.matter.cluster.doorlock.UserType.FORCED;
import static org.lockcredentials.matter.cluster.doorlock.UserType.NON_ACCESS;
import static org.lockcredentials.matter.cluster.doorlock.UserType.PROGRAMMING;
import static org.lockcredentials.matter.cluster.doorlock.UserType.REMOTE_ONLY;
import static org.lockcredentials.matter.cluster.doorlock.UserType.SCHEDULE_RESTRICTED;
import static org.lockcredentials.matter.cluster.doorlock.UserType.UNRESTRICTED;
import static org.lockcredentials.matter.cluster.doorlock.UserType.WEEK_DAY_SCHEDULE;
import static org.lockcredentials.matter.cluster.doorlock.UserType.YEAR_DAY_SCHEDULE;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialRule;
import org.lockcredentials.CredentialType;
import org.lockcredentials.UserType;
import org.lockcredentials.matter.cluster.doorlock.CredentialStruct;

/** The words of the DoorLock cluster beside those of the model, one row each. */
final class Terms {

    private static final Map<CredentialType, org.lockcredentials.matter.cluster.doorlock.CredentialType> CREDENTIALS =
            new EnumMap<>(Map.of(
                    CredentialType.PROGRAMMING_PIN,
                    PROGRAMMING_PIN,
                    CredentialType.PIN,
                    PIN,
                    CredentialType.RFID,
                    RFID,
                    CredentialType.FINGERPRINT,
                    FINGERPRINT,
                    CredentialType.FINGER_VEIN,
                    FINGER_VEIN,
                    CredentialType.FACE,
                    FACE,
                    CredentialType.ALIRO_CREDENTIAL_ISSUER_KEY,
                    ALIRO_CREDENTIAL_ISSUER_KEY,
                    CredentialType.ALIRO_EVICTABLE_ENDPOINT_KEY,
                    ALIRO_EVICTABLE_ENDPOINT_KEY,
                    CredentialType.ALIRO_NON_EVICTABLE_ENDPOINT_KEY,
                    ALIRO_NON_EVICTABLE_ENDPOINT_KEY));

    private static final Map<UserType, org.lockcredentials.matter.cluster.doorlock.UserType> USERS =
            new EnumMap<>(Map.of(
                    UserType.GENERAL,
                    UNRESTRICTED,
                    UserType.YEAR_DAY,
                    YEAR_DAY_SCHEDULE,
                    UserType.WEEK_DAY,
                    WEEK_DAY_SCHEDULE,
                    UserType.PROGRAMMING,
                    PROGRAMMING,
                    UserType.NON_ACCESS,
                    NON_ACCESS,
                    UserType.DURESS,
                    FORCED,
                    UserType.DISPOSABLE,
                    DISPOSABLE,
                    UserType.EXPIRING,
                    EXPIRING,
                    UserType.SCHEDULE_RESTRICTED,
                    SCHEDULE_RESTRICTED,
                    UserType.REMOTE_ONLY,
                    REMOTE_ONLY));

    private static final Map<CredentialRule, org.lockcredentials.matter.cluster.doorlock.CredentialRule> RULES =
            new EnumMap<>(Map.of(
                    CredentialRule.SINGLE,
                    org.lockcredentials.matter.cluster.doorlock.CredentialRule.SINGLE,
                    CredentialRule.DUAL,
                    org.lockcredentials.matter.cluster.doorlock.CredentialRule.DUAL,
                    CredentialRule.TRIPLE,
                    org.lockcredentials.matter.cluster.doorlock.CredentialRule.TRI));

    private static final Map<org.lockcredentials.matter.cluster.doorlock.CredentialType, CredentialType>
            CREDENTIALS_BACK = inverse(CREDENTIALS);
    private static final Map<org.lockcredentials.matter.cluster.doorlock.UserType, UserType> USERS_BACK =
            inverse(USERS);
    private static final Map<org.lockcredentials.matter.cluster.doorlock.CredentialRule, CredentialRule> RULES_BACK =
            inverse(RULES);

    private Terms() {}

    static Optional<org.lockcredentials.matter.cluster.doorlock.CredentialType> of(CredentialType type) {
        return Optional.ofNullable(CREDENTIALS.get(type));
    }

    static CredentialType of(org.lockcredentials.matter.cluster.doorlock.CredentialType type) {
        return Objects.requireNonNull(CREDENTIALS_BACK.get(type));
    }

    static org.lockcredentials.matter.cluster.doorlock.UserType of(UserType type) {
        return Objects.requireNonNull(USERS.get(type));
    }

    static UserType of(org.lockcredentials.matter.cluster.doorlock.UserType type) {
        return Objects.requireNonNull(USERS_BACK.get(type));
    }

    static org.lockcredentials.matter.cluster.doorlock.CredentialRule of(CredentialRule rule) {
        return Objects.requireNonNull(RULES.get(rule));
    }

    static CredentialRule of(org.lockcredentials.matter.cluster.doorlock.CredentialRule rule) {
        return Objects.requireNonNull(RULES_BACK.get(rule));
    }

    /** The place that a lock names, or empty if it means several, or the programming PIN, or the model has no word for its type. */
    static Optional<Credential> place(CredentialStruct struct) {
        boolean one = struct.index() >= 1 && struct.index() < CredentialStruct.ALL;
        return one ? struct.type().map(type -> new Credential(of(type), struct.index())) : Optional.empty();
    }

    private static <A, B> Map<B, A> inverse(Map<A, B> map) {
        return map.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
    }
}
