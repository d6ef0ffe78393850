package org.lockcredentials.simulation;

import java.util.EnumSet;
import org.lockcredentials.Capabilities.Credentials;
import org.lockcredentials.Capabilities.Enabling;
import org.lockcredentials.Capabilities.Feature;
import org.lockcredentials.Capabilities.ReadBack;
import org.lockcredentials.Capabilities.UserModel;
import org.lockcredentials.CredentialRule;
import org.lockcredentials.CredentialType;
import org.lockcredentials.UserType;
import org.lockcredentials.schedule.ScheduleKind;

/** Locks as they come from the shop, each like a family of shipped ones. */
final class Presets {

    private Presets() {}

    static SimulatedLockBuilder userCredential(String address, String name) {
        return new SimulatedLockBuilder(address, name)
                .model("User credential lock")
                .users(50, 32)
                .userTypes(EnumSet.of(
                        UserType.GENERAL,
                        UserType.PROGRAMMING,
                        UserType.NON_ACCESS,
                        UserType.DURESS,
                        UserType.DISPOSABLE,
                        UserType.EXPIRING,
                        UserType.REMOTE_ONLY))
                .rules(EnumSet.allOf(CredentialRule.class))
                .credentials(CredentialType.PIN, new Credentials(100, 4, 10, 5, true, false, ReadBack.DATA))
                .credentials(CredentialType.PASSWORD, new Credentials(20, 6, 20, 2, true, false, ReadBack.DATA))
                .credentials(CredentialType.RFID, new Credentials(20, 4, 16, 2, true, true, ReadBack.PRESENCE))
                .credentials(CredentialType.FINGERPRINT, new Credentials(20, 1, 64, 5, false, true, ReadBack.PRESENCE))
                .schedules(ScheduleKind.WEEK_DAY, 7)
                .schedules(ScheduleKind.YEAR_DAY, 4)
                .schedules(ScheduleKind.DAILY_REPEATING, 4)
                .schedules(ScheduleKind.HOLIDAY, 8)
                .schedules(ScheduleKind.EXPIRING, 1)
                .features(Feature.ADMIN_CODE, Feature.CREDENTIAL_ASSIGNMENT, Feature.CHECKSUM, Feature.DOOR_OPERATION)
                .traits(Trait.TELLS_OWNERS, Trait.DOOR_SENSOR);
    }

    static SimulatedLockBuilder userCode(String address, String name) {
        return new SimulatedLockBuilder(address, name)
                .model("User code lock")
                .users(30, 0)
                .userModel(UserModel.SLOT_IS_USER)
                .credentials(CredentialType.PIN, new Credentials(30, 4, 10, 1, true, false, ReadBack.DATA))
                .features(Feature.ADMIN_CODE, Feature.CHECKSUM, Feature.DOOR_OPERATION);
    }

    static SimulatedLockBuilder strictMatter(String address, String name) {
        return new SimulatedLockBuilder(address, name)
                .model("Strict lock")
                .users(20, 10)
                .userTypes(EnumSet.of(
                        UserType.GENERAL,
                        UserType.YEAR_DAY,
                        UserType.WEEK_DAY,
                        UserType.PROGRAMMING,
                        UserType.NON_ACCESS,
                        UserType.DURESS,
                        UserType.DISPOSABLE,
                        UserType.EXPIRING,
                        UserType.SCHEDULE_RESTRICTED,
                        UserType.REMOTE_ONLY))
                .rules(EnumSet.allOf(CredentialRule.class))
                .credentials(CredentialType.PIN, new Credentials(20, 4, 8, 3, true, false, ReadBack.PRESENCE))
                .credentials(CredentialType.RFID, new Credentials(10, 4, 10, 3, true, false, ReadBack.PRESENCE))
                .schedules(ScheduleKind.WEEK_DAY, 7)
                .schedules(ScheduleKind.YEAR_DAY, 4)
                .schedules(ScheduleKind.HOLIDAY, 4)
                .enabling(Enabling.NATIVE)
                .features(Feature.DOOR_OPERATION, Feature.UNBOLTING)
                .traits(
                        Trait.TELLS_OWNERS,
                        Trait.GUARDS_OWNERS,
                        Trait.USER_ENDS_WITH_LAST_CREDENTIAL,
                        Trait.REMOTE_NEEDS_CODE,
                        Trait.DOOR_SENSOR);
    }
}
