package org.lockcredentials.matter.lock;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.cluster.basicinformation.BasicInformation;
import org.lockcredentials.matter.cluster.doorlock.DoorLock;
import org.lockcredentials.matter.cluster.doorlock.DoorLockFeature;
import org.lockcredentials.matter.cluster.doorlock.OperatingMode;
import org.lockcredentials.matter.cluster.operationalcredentials.OperationalCredentials;
import org.lockcredentials.matter.interaction.AttributePath;

/**
 * What a lock tells of itself, from its attributes.
 *
 * @param own the index of our fabric on its node, which it names as creator of our users
 * @param holidayMode the mode that a holiday puts it in
 * @param expiringMinutes how long its expiring users have, all of them alike
 */
record LockTraits(
        Set<DoorLockFeature> features,
        int users,
        int perUser,
        int ruleBits,
        Slots pins,
        Slots tags,
        int weekDays,
        int yearDays,
        int holidays,
        OperatingMode holidayMode,
        Optional<Integer> expiringMinutes,
        Optional<Integer> own,
        Optional<String> manufacturer,
        Optional<String> model,
        Optional<String> label) {

    /** How many of a kind, and how long. */
    record Slots(int count, int min, int max) {}

    private static final int ROOT = 0;
    private static final int LONGEST_PIN = 8;
    private static final int SHORTEST_PIN = 4;
    private static final int LONGEST_TAG = 20;
    private static final int SINGLE_RULE = 1;

    /** What has to be read to know a lock. */
    static List<AttributePath> paths(int endpoint) {
        return List.of(
                AttributePath.ofCluster(endpoint, DoorLock.CLUSTER),
                OperationalCredentials.CURRENT_FABRIC_INDEX.path(ROOT),
                BasicInformation.VENDOR_NAME.path(ROOT),
                BasicInformation.PRODUCT_NAME.path(ROOT),
                BasicInformation.NODE_LABEL.attribute().path(ROOT));
    }

    static LockTraits of(int endpoint, Attributes told) {
        int users = told.get(endpoint, DoorLock.NUMBER_OF_TOTAL_USERS_SUPPORTED).orElse(0);
        return new LockTraits(
                told.get(endpoint, DoorLock.FEATURE_MAP).orElse(Set.of()),
                users,
                told.get(endpoint, DoorLock.NUMBER_OF_CREDENTIALS_SUPPORTED_PER_USER)
                        .orElse(1),
                told.get(endpoint, DoorLock.CREDENTIAL_RULES_SUPPORT).orElse(SINGLE_RULE),
                new Slots(
                        told.get(endpoint, DoorLock.NUMBER_OF_PIN_USERS_SUPPORTED)
                                .orElse(users),
                        told.get(endpoint, DoorLock.MIN_PIN_CODE_LENGTH).orElse(SHORTEST_PIN),
                        told.get(endpoint, DoorLock.MAX_PIN_CODE_LENGTH).orElse(LONGEST_PIN)),
                new Slots(
                        told.get(endpoint, DoorLock.NUMBER_OF_RFID_USERS_SUPPORTED)
                                .orElse(users),
                        told.get(endpoint, DoorLock.MIN_RFID_CODE_LENGTH).orElse(1),
                        told.get(endpoint, DoorLock.MAX_RFID_CODE_LENGTH).orElse(LONGEST_TAG)),
                told.get(endpoint, DoorLock.NUMBER_OF_WEEK_DAY_SCHEDULES_SUPPORTED_PER_USER)
                        .orElse(0),
                told.get(endpoint, DoorLock.NUMBER_OF_YEAR_DAY_SCHEDULES_SUPPORTED_PER_USER)
                        .orElse(0),
                told.get(endpoint, DoorLock.NUMBER_OF_HOLIDAY_SCHEDULES_SUPPORTED)
                        .orElse(0),
                holidayMode(told.get(endpoint, DoorLock.SUPPORTED_OPERATING_MODES)),
                told.get(endpoint, DoorLock.EXPIRING_USER_TIMEOUT.attribute()),
                told.get(ROOT, OperationalCredentials.CURRENT_FABRIC_INDEX),
                told.get(ROOT, BasicInformation.VENDOR_NAME).filter(text -> !text.isBlank()),
                told.get(ROOT, BasicInformation.PRODUCT_NAME).filter(text -> !text.isBlank()),
                told.get(ROOT, BasicInformation.NODE_LABEL.attribute()).filter(text -> !text.isBlank()));
    }

    boolean has(DoorLockFeature feature) {
        return features.contains(feature);
    }

    /** A bit of value 0 says that the mode is there. */
    private static OperatingMode holidayMode(Optional<Integer> lacking) {
        boolean vacation = lacking.filter(bits -> (bits >> OperatingMode.VACATION.code() & 1) == 0)
                .isPresent();
        return vacation ? OperatingMode.VACATION : OperatingMode.NORMAL;
    }
}
