package org.lockcredentials.matter.lock;

import static org.lockcredentials.matter.cluster.doorlock.DoorLockFeature.CREDENTIAL_OVER_THE_AIR_ACCESS;
import static org.lockcredentials.matter.cluster.doorlock.DoorLockFeature.FACE_CREDENTIALS;
import static org.lockcredentials.matter.cluster.doorlock.DoorLockFeature.FINGER_CREDENTIALS;
import static org.lockcredentials.matter.cluster.doorlock.DoorLockFeature.HOLIDAY_SCHEDULES;
import static org.lockcredentials.matter.cluster.doorlock.DoorLockFeature.PIN_CREDENTIAL;
import static org.lockcredentials.matter.cluster.doorlock.DoorLockFeature.RFID_CREDENTIAL;
import static org.lockcredentials.matter.cluster.doorlock.DoorLockFeature.UNBOLTING;
import static org.lockcredentials.matter.cluster.doorlock.DoorLockFeature.USER;
import static org.lockcredentials.matter.cluster.doorlock.DoorLockFeature.WEEK_DAY_ACCESS_SCHEDULES;
import static org.lockcredentials.matter.cluster.doorlock.DoorLockFeature.YEAR_DAY_ACCESS_SCHEDULES;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Capabilities.Credentials;
import org.lockcredentials.Capabilities.Enabling;
import org.lockcredentials.Capabilities.Feature;
import org.lockcredentials.Capabilities.ReadBack;
import org.lockcredentials.Capabilities.UserModel;
import org.lockcredentials.Capabilities.Users;
import org.lockcredentials.CredentialRule;
import org.lockcredentials.CredentialType;
import org.lockcredentials.UserType;
import org.lockcredentials.schedule.ScheduleKind;

/** What a lock can do, by its features and attributes. */
final class MatterCapabilities {

    /** Octets of a user's name (5.2.10.16). */
    static final int NAME_LENGTH = 10;

    /** The cluster gives biometric data no length; what does not fit into one message is not sent. */
    private static final int LONGEST_TEMPLATE = 512;

    private MatterCapabilities() {}

    static Capabilities of(LockTraits lock, boolean hasProgrammingPin) {
        Set<Feature> features = EnumSet.of(Feature.DOOR_OPERATION);
        if (lock.has(UNBOLTING)) {
            features.add(Feature.UNBOLTING);
        }
        if (!lock.has(USER)) {
            // PINs without users are another family of commands, which this driver does not speak.
            Users nobody = new Users(0, 0, Set.of(), Set.of(), UserModel.SEPARATE);
            return new Capabilities(nobody, Map.of(), Map.of(), Enabling.NONE, features);
        }
        if (hasProgrammingPin) {
            features.add(Feature.ADMIN_CODE);
        }
        Users users = new Users(lock.users(), NAME_LENGTH, types(lock), rules(lock), UserModel.SEPARATE);
        return new Capabilities(users, credentials(lock), schedules(lock), Enabling.NATIVE, features);
    }

    private static Set<UserType> types(LockTraits lock) {
        Set<UserType> types = EnumSet.of(
                UserType.GENERAL,
                UserType.PROGRAMMING,
                UserType.NON_ACCESS,
                UserType.DURESS,
                UserType.DISPOSABLE,
                UserType.EXPIRING);
        if (lock.has(CREDENTIAL_OVER_THE_AIR_ACCESS) && lock.has(PIN_CREDENTIAL)) {
            types.add(UserType.REMOTE_ONLY);
        }
        if (lock.has(WEEK_DAY_ACCESS_SCHEDULES)) {
            types.add(UserType.WEEK_DAY);
        }
        if (lock.has(YEAR_DAY_ACCESS_SCHEDULES)) {
            types.add(UserType.YEAR_DAY);
        }
        if (lock.has(WEEK_DAY_ACCESS_SCHEDULES) && lock.has(YEAR_DAY_ACCESS_SCHEDULES)) {
            types.add(UserType.SCHEDULE_RESTRICTED);
        }
        return types;
    }

    private static Set<CredentialRule> rules(LockTraits lock) {
        Set<CredentialRule> rules = EnumSet.noneOf(CredentialRule.class);
        for (CredentialRule rule : CredentialRule.values()) {
            if ((lock.ruleBits() >> Terms.of(rule).code() & 1) == 1) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private static Map<CredentialType, Credentials> credentials(LockTraits lock) {
        Map<CredentialType, Credentials> all = new EnumMap<>(CredentialType.class);
        if (lock.has(PIN_CREDENTIAL)) {
            all.put(CredentialType.PIN, writable(lock, lock.pins()));
        }
        if (lock.has(RFID_CREDENTIAL)) {
            all.put(CredentialType.RFID, writable(lock, lock.tags()));
        }
        LockTraits.Slots templates = new LockTraits.Slots(lock.users(), 1, LONGEST_TEMPLATE);
        if (lock.has(FINGER_CREDENTIALS)) {
            all.put(CredentialType.FINGERPRINT, writable(lock, templates));
            all.put(CredentialType.FINGER_VEIN, writable(lock, templates));
        }
        if (lock.has(FACE_CREDENTIALS)) {
            all.put(CredentialType.FACE, writable(lock, templates));
        }
        return all;
    }

    private static Credentials writable(LockTraits lock, LockTraits.Slots slots) {
        int perUser = Math.max(1, Math.min(lock.perUser(), slots.count()));
        return new Credentials(slots.count(), slots.min(), slots.max(), perUser, true, false, ReadBack.PRESENCE);
    }

    private static Map<ScheduleKind, Integer> schedules(LockTraits lock) {
        Map<ScheduleKind, Integer> slots = new EnumMap<>(ScheduleKind.class);
        if (lock.has(WEEK_DAY_ACCESS_SCHEDULES) && lock.weekDays() > 0) {
            slots.put(ScheduleKind.WEEK_DAY, lock.weekDays());
        }
        if (lock.has(YEAR_DAY_ACCESS_SCHEDULES) && lock.yearDays() > 0) {
            slots.put(ScheduleKind.YEAR_DAY, lock.yearDays());
        }
        if (lock.has(HOLIDAY_SCHEDULES) && lock.holidays() > 0) {
            slots.put(ScheduleKind.HOLIDAY, lock.holidays());
        }
        return slots;
    }
}
