package org.lockcredentials.matter.cluster.doorlock;

import java.util.Set;
import org.lockcredentials.matter.cluster.Attribute;
import org.lockcredentials.matter.cluster.Coded;
import org.lockcredentials.matter.cluster.EventType;
import org.lockcredentials.matter.cluster.WritableAttribute;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvWriter;

/** The cluster's attributes and events (5.2.9, 5.2.11), and the numbers that mean all of a kind. */
public final class DoorLock {

    public static final long CLUSTER = 0x0101;

    /** The user index that stands for all users, in ClearUser. */
    public static final int ALL_USERS = 0xFFFE;

    /** The index that stands for all schedules of a kind, in the commands that clear them. */
    public static final int ALL_SCHEDULES = 0xFE;

    public static final Attribute<LockState> LOCK_STATE =
            new Attribute<>(CLUSTER, 0x00, "LockState", Coded.reading(LockState.class));
    public static final Attribute<LockType> LOCK_TYPE =
            new Attribute<>(CLUSTER, 0x01, "LockType", Coded.reading(LockType.class, LockType.OTHER));
    public static final Attribute<Boolean> ACTUATOR_ENABLED =
            new Attribute<>(CLUSTER, 0x02, "ActuatorEnabled", TlvElement::bool);
    public static final Attribute<DoorState> DOOR_STATE =
            new Attribute<>(CLUSTER, 0x03, "DoorState", Coded.reading(DoorState.class));
    public static final Attribute<Integer> NUMBER_OF_TOTAL_USERS_SUPPORTED =
            new Attribute<>(CLUSTER, 0x11, "NumberOfTotalUsersSupported", TlvElement::u16);
    public static final Attribute<Integer> NUMBER_OF_PIN_USERS_SUPPORTED =
            new Attribute<>(CLUSTER, 0x12, "NumberOfPINUsersSupported", TlvElement::u16);
    public static final Attribute<Integer> NUMBER_OF_RFID_USERS_SUPPORTED =
            new Attribute<>(CLUSTER, 0x13, "NumberOfRFIDUsersSupported", TlvElement::u16);
    public static final Attribute<Integer> NUMBER_OF_WEEK_DAY_SCHEDULES_SUPPORTED_PER_USER =
            new Attribute<>(CLUSTER, 0x14, "NumberOfWeekDaySchedulesSupportedPerUser", TlvElement::u8);
    public static final Attribute<Integer> NUMBER_OF_YEAR_DAY_SCHEDULES_SUPPORTED_PER_USER =
            new Attribute<>(CLUSTER, 0x15, "NumberOfYearDaySchedulesSupportedPerUser", TlvElement::u8);
    public static final Attribute<Integer> NUMBER_OF_HOLIDAY_SCHEDULES_SUPPORTED =
            new Attribute<>(CLUSTER, 0x16, "NumberOfHolidaySchedulesSupported", TlvElement::u8);
    public static final Attribute<Integer> MAX_PIN_CODE_LENGTH =
            new Attribute<>(CLUSTER, 0x17, "MaxPINCodeLength", TlvElement::u8);
    public static final Attribute<Integer> MIN_PIN_CODE_LENGTH =
            new Attribute<>(CLUSTER, 0x18, "MinPINCodeLength", TlvElement::u8);
    public static final Attribute<Integer> MAX_RFID_CODE_LENGTH =
            new Attribute<>(CLUSTER, 0x19, "MaxRFIDCodeLength", TlvElement::u8);
    public static final Attribute<Integer> MIN_RFID_CODE_LENGTH =
            new Attribute<>(CLUSTER, 0x1A, "MinRFIDCodeLength", TlvElement::u8);

    /** Bit 0 single, bit 1 dual, bit 2 triple. */
    public static final Attribute<Integer> CREDENTIAL_RULES_SUPPORT =
            new Attribute<>(CLUSTER, 0x1B, "CredentialRulesSupport", TlvElement::u8);

    public static final Attribute<Integer> NUMBER_OF_CREDENTIALS_SUPPORTED_PER_USER =
            new Attribute<>(CLUSTER, 0x1C, "NumberOfCredentialsSupportedPerUser", TlvElement::u8);
    public static final WritableAttribute<String> LANGUAGE =
            new WritableAttribute<>(new Attribute<>(CLUSTER, 0x21, "Language", TlvElement::utf8), TlvWriter::utf8);

    /** Seconds; 0 for never. */
    public static final WritableAttribute<Long> AUTO_RELOCK_TIME = new WritableAttribute<>(
            new Attribute<>(CLUSTER, 0x23, "AutoRelockTime", TlvElement::u32), TlvWriter::unsigned);

    public static final WritableAttribute<SoundVolume> SOUND_VOLUME = new WritableAttribute<>(
            new Attribute<>(CLUSTER, 0x24, "SoundVolume", Coded.reading(SoundVolume.class)), Coded::write);
    public static final WritableAttribute<OperatingMode> OPERATING_MODE = new WritableAttribute<>(
            new Attribute<>(CLUSTER, 0x25, "OperatingMode", Coded.reading(OperatingMode.class)), Coded::write);

    /** A bit of value 0 says that the mode of its number is supported. */
    public static final Attribute<Integer> SUPPORTED_OPERATING_MODES =
            new Attribute<>(CLUSTER, 0x26, "SupportedOperatingModes", TlvElement::u16);

    /** Wrong codes until the keypad pauses, from 1. */
    public static final WritableAttribute<Integer> WRONG_CODE_ENTRY_LIMIT = new WritableAttribute<>(
            new Attribute<>(CLUSTER, 0x30, "WrongCodeEntryLimit", TlvElement::u8), TlvWriter::unsigned);

    /** Seconds for which the keypad pauses, from 1. */
    public static final WritableAttribute<Integer> USER_CODE_TEMPORARY_DISABLE_TIME = new WritableAttribute<>(
            new Attribute<>(CLUSTER, 0x31, "UserCodeTemporaryDisableTime", TlvElement::u8), TlvWriter::unsigned);

    public static final WritableAttribute<Boolean> REQUIRE_PIN_FOR_REMOTE_OPERATION = new WritableAttribute<>(
            new Attribute<>(CLUSTER, 0x33, "RequirePINforRemoteOperation", TlvElement::bool), TlvWriter::bool);

    /** Minutes that an expiring user has after the first use, from 1 to 2,880. */
    public static final WritableAttribute<Integer> EXPIRING_USER_TIMEOUT = new WritableAttribute<>(
            new Attribute<>(CLUSTER, 0x35, "ExpiringUserTimeout", TlvElement::u16), TlvWriter::unsigned);

    public static final Attribute<Integer> NUMBER_OF_ALIRO_CREDENTIAL_ISSUER_KEYS_SUPPORTED =
            new Attribute<>(CLUSTER, 0x87, "NumberOfAliroCredentialIssuerKeysSupported", TlvElement::u16);
    public static final Attribute<Integer> NUMBER_OF_ALIRO_ENDPOINT_KEYS_SUPPORTED =
            new Attribute<>(CLUSTER, 0x88, "NumberOfAliroEndpointKeysSupported", TlvElement::u16);
    public static final Attribute<Set<DoorLockFeature>> FEATURE_MAP =
            new Attribute<>(CLUSTER, 0xFFFC, "FeatureMap", DoorLockFeature::read);
    public static final Attribute<Integer> CLUSTER_REVISION =
            new Attribute<>(CLUSTER, 0xFFFD, "ClusterRevision", TlvElement::u16);

    public static final EventType<DoorLockAlarm> DOOR_LOCK_ALARM =
            new EventType<>(CLUSTER, 0, "DoorLockAlarm", DoorLockAlarm::decode);
    public static final EventType<DoorStateChange> DOOR_STATE_CHANGE =
            new EventType<>(CLUSTER, 1, "DoorStateChange", DoorStateChange::decode);
    public static final EventType<LockOperation> LOCK_OPERATION =
            new EventType<>(CLUSTER, 2, "LockOperation", LockOperation::decode);
    public static final EventType<LockOperationError> LOCK_OPERATION_ERROR =
            new EventType<>(CLUSTER, 3, "LockOperationError", LockOperationError::decode);
    public static final EventType<LockUserChange> LOCK_USER_CHANGE =
            new EventType<>(CLUSTER, 4, "LockUserChange", LockUserChange::decode);

    private DoorLock() {}
}
