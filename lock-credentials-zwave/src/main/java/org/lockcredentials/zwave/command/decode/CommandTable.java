package org.lockcredentials.zwave.command.decode;

import java.util.List;
import java.util.stream.Stream;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.activeschedule.ActiveScheduleEnable;
import org.lockcredentials.zwave.command.activeschedule.ActiveSlot;
import org.lockcredentials.zwave.command.activeschedule.ScheduleCapabilities;
import org.lockcredentials.zwave.command.association.Association;
import org.lockcredentials.zwave.command.association.AssociationGroupings;
import org.lockcredentials.zwave.command.association.MultiChannelAssociation;
import org.lockcredentials.zwave.command.association.SpecificGroup;
import org.lockcredentials.zwave.command.battery.Battery;
import org.lockcredentials.zwave.command.battery.BatteryHealth;
import org.lockcredentials.zwave.command.clock.Clock;
import org.lockcredentials.zwave.command.configuration.Configuration;
import org.lockcredentials.zwave.command.crc16.Crc16;
import org.lockcredentials.zwave.command.doorlock.DoorLockCapabilities;
import org.lockcredentials.zwave.command.doorlock.DoorLockConfiguration;
import org.lockcredentials.zwave.command.doorlock.DoorLockOperation;
import org.lockcredentials.zwave.command.doorlocklogging.LoggingRecord;
import org.lockcredentials.zwave.command.doorlocklogging.LoggingRecordsSupported;
import org.lockcredentials.zwave.command.manufacturer.DeviceSpecific;
import org.lockcredentials.zwave.command.manufacturer.ManufacturerSpecific;
import org.lockcredentials.zwave.command.multichannel.EndPointCapability;
import org.lockcredentials.zwave.command.multichannel.EndPoints;
import org.lockcredentials.zwave.command.multichannel.MultiChannel;
import org.lockcredentials.zwave.command.multicommand.MultiCommand;
import org.lockcredentials.zwave.command.notification.EventSupported;
import org.lockcredentials.zwave.command.notification.Notification;
import org.lockcredentials.zwave.command.notification.NotificationSupported;
import org.lockcredentials.zwave.command.scheduleentry.EntrySlot;
import org.lockcredentials.zwave.command.scheduleentry.ScheduleEnable;
import org.lockcredentials.zwave.command.scheduleentry.ScheduleSlots;
import org.lockcredentials.zwave.command.scheduleentry.ScheduleTimeOffset;
import org.lockcredentials.zwave.command.security0.S0Commands;
import org.lockcredentials.zwave.command.security0.S0Message;
import org.lockcredentials.zwave.command.security0.S0NetworkKey;
import org.lockcredentials.zwave.command.security0.S0Nonce;
import org.lockcredentials.zwave.command.security0.S0Scheme;
import org.lockcredentials.zwave.command.security2.Kex;
import org.lockcredentials.zwave.command.security2.PublicKeyReport;
import org.lockcredentials.zwave.command.security2.S2Commands;
import org.lockcredentials.zwave.command.security2.S2Message;
import org.lockcredentials.zwave.command.security2.S2NetworkKey;
import org.lockcredentials.zwave.command.security2.S2Nonce;
import org.lockcredentials.zwave.command.supervision.Supervision;
import org.lockcredentials.zwave.command.time.CalendarDate;
import org.lockcredentials.zwave.command.time.TimeOfDay;
import org.lockcredentials.zwave.command.time.TimeOffset;
import org.lockcredentials.zwave.command.timeparameters.TimeParameters;
import org.lockcredentials.zwave.command.transportservice.Segment;
import org.lockcredentials.zwave.command.transportservice.SegmentControl;
import org.lockcredentials.zwave.command.usercode.AdminCode;
import org.lockcredentials.zwave.command.usercode.ExtendedUserCode;
import org.lockcredentials.zwave.command.usercode.UserCode;
import org.lockcredentials.zwave.command.usercode.UserCodeCapabilities;
import org.lockcredentials.zwave.command.usercode.UserCodeChecksum;
import org.lockcredentials.zwave.command.usercode.UserCodeKeypadMode;
import org.lockcredentials.zwave.command.usercode.UsersNumber;
import org.lockcredentials.zwave.command.usercredential.AdminPinCode;
import org.lockcredentials.zwave.command.usercredential.AllUsersChecksum;
import org.lockcredentials.zwave.command.usercredential.CredentialAssociation;
import org.lockcredentials.zwave.command.usercredential.CredentialCapabilities;
import org.lockcredentials.zwave.command.usercredential.CredentialChecksum;
import org.lockcredentials.zwave.command.usercredential.CredentialLearn;
import org.lockcredentials.zwave.command.usercredential.CredentialRecord;
import org.lockcredentials.zwave.command.usercredential.KeyLockerCapabilities;
import org.lockcredentials.zwave.command.usercredential.KeyLockerEntry;
import org.lockcredentials.zwave.command.usercredential.UserCapabilities;
import org.lockcredentials.zwave.command.usercredential.UserChecksum;
import org.lockcredentials.zwave.command.usercredential.UserRecord;
import org.lockcredentials.zwave.command.version.CommandClassVersion;
import org.lockcredentials.zwave.command.version.VersionCapabilities;
import org.lockcredentials.zwave.command.version.VersionInformation;
import org.lockcredentials.zwave.command.version.ZWaveSoftware;
import org.lockcredentials.zwave.command.wakeup.WakeUp;
import org.lockcredentials.zwave.command.wakeup.WakeUpInterval;
import org.lockcredentials.zwave.command.wakeup.WakeUpIntervalCapabilities;

/** The table of commands, in the order of their packages. */
final class CommandTable {

    private static final List<CommandType<?>> SINGLE = List.of(
            Crc16.TYPE,
            MultiCommand.TYPE,
            SegmentControl.Request.TYPE,
            SegmentControl.Complete.TYPE,
            SegmentControl.Wait.TYPE,
            S0Commands.Get.TYPE,
            S0Commands.Report.TYPE,
            S0Scheme.Get.TYPE,
            S0Scheme.Report.TYPE,
            S0Scheme.Inherit.TYPE,
            S0NetworkKey.Set.TYPE,
            S0NetworkKey.Verify.TYPE,
            S0Nonce.Get.TYPE,
            S0Nonce.Report.TYPE,
            S0Message.Last.TYPE,
            S0Message.NonceGet.TYPE,
            S2Nonce.Get.TYPE,
            S2Nonce.Report.TYPE,
            S2Message.TYPE,
            Kex.Get.TYPE,
            Kex.Report.TYPE,
            Kex.Set.TYPE,
            Kex.Fail.TYPE,
            PublicKeyReport.TYPE,
            S2NetworkKey.Get.TYPE,
            S2NetworkKey.Report.TYPE,
            S2NetworkKey.Verify.TYPE,
            S2NetworkKey.TransferEnd.TYPE,
            S2Commands.Get.TYPE,
            S2Commands.Report.TYPE,
            Supervision.Get.TYPE,
            Supervision.Report.TYPE,
            VersionInformation.Get.TYPE,
            VersionInformation.Report.TYPE,
            CommandClassVersion.Get.TYPE,
            CommandClassVersion.Report.TYPE,
            VersionCapabilities.Get.TYPE,
            VersionCapabilities.Report.TYPE,
            ZWaveSoftware.Get.TYPE,
            ZWaveSoftware.Report.TYPE,
            ManufacturerSpecific.Get.TYPE,
            ManufacturerSpecific.Report.TYPE,
            DeviceSpecific.Get.TYPE,
            DeviceSpecific.Report.TYPE,
            UserCode.Set.TYPE,
            UserCode.Get.TYPE,
            UserCode.Report.TYPE,
            UsersNumber.Get.TYPE,
            UsersNumber.Report.TYPE,
            UserCodeCapabilities.Get.TYPE,
            UserCodeCapabilities.Report.TYPE,
            UserCodeKeypadMode.Set.TYPE,
            UserCodeKeypadMode.Get.TYPE,
            UserCodeKeypadMode.Report.TYPE,
            ExtendedUserCode.Set.TYPE,
            ExtendedUserCode.Get.TYPE,
            ExtendedUserCode.Report.TYPE,
            AdminCode.Set.TYPE,
            AdminCode.Get.TYPE,
            AdminCode.Report.TYPE,
            UserCodeChecksum.Get.TYPE,
            UserCodeChecksum.Report.TYPE,
            UserCapabilities.Get.TYPE,
            UserCapabilities.Report.TYPE,
            CredentialCapabilities.Get.TYPE,
            CredentialCapabilities.Report.TYPE,
            UserRecord.Set.TYPE,
            UserRecord.Get.TYPE,
            UserRecord.Report.TYPE,
            CredentialRecord.Set.TYPE,
            CredentialRecord.Get.TYPE,
            CredentialRecord.Report.TYPE,
            CredentialLearn.Start.TYPE,
            CredentialLearn.Cancel.TYPE,
            CredentialLearn.Report.TYPE,
            CredentialAssociation.Set.TYPE,
            CredentialAssociation.Report.TYPE,
            AllUsersChecksum.Get.TYPE,
            AllUsersChecksum.Report.TYPE,
            UserChecksum.Get.TYPE,
            UserChecksum.Report.TYPE,
            CredentialChecksum.Get.TYPE,
            CredentialChecksum.Report.TYPE,
            AdminPinCode.Set.TYPE,
            AdminPinCode.Get.TYPE,
            AdminPinCode.Report.TYPE,
            KeyLockerCapabilities.Get.TYPE,
            KeyLockerCapabilities.Report.TYPE,
            KeyLockerEntry.Set.TYPE,
            KeyLockerEntry.Get.TYPE,
            KeyLockerEntry.Report.TYPE,
            DoorLockOperation.Set.TYPE,
            DoorLockOperation.Get.TYPE,
            DoorLockOperation.Report.TYPE,
            DoorLockConfiguration.Set.TYPE,
            DoorLockConfiguration.Get.TYPE,
            DoorLockConfiguration.Report.TYPE,
            DoorLockCapabilities.Get.TYPE,
            DoorLockCapabilities.Report.TYPE,
            Notification.Get.TYPE,
            Notification.Report.TYPE,
            Notification.Set.TYPE,
            NotificationSupported.Get.TYPE,
            NotificationSupported.Report.TYPE,
            EventSupported.Get.TYPE,
            EventSupported.Report.TYPE,
            EndPoints.Get.TYPE,
            EndPoints.Report.TYPE,
            EndPointCapability.Get.TYPE,
            EndPointCapability.Report.TYPE,
            MultiChannel.Encapsulation.TYPE,
            Association.Set.TYPE,
            Association.Get.TYPE,
            Association.Report.TYPE,
            Association.Remove.TYPE,
            AssociationGroupings.Get.TYPE,
            AssociationGroupings.Report.TYPE,
            SpecificGroup.Get.TYPE,
            SpecificGroup.Report.TYPE,
            MultiChannelAssociation.Set.TYPE,
            MultiChannelAssociation.Get.TYPE,
            MultiChannelAssociation.Report.TYPE,
            MultiChannelAssociation.Remove.TYPE,
            Battery.Get.TYPE,
            Battery.Report.TYPE,
            BatteryHealth.Get.TYPE,
            BatteryHealth.Report.TYPE,
            WakeUpInterval.Set.TYPE,
            WakeUpInterval.Get.TYPE,
            WakeUpInterval.Report.TYPE,
            WakeUp.Notification.TYPE,
            WakeUp.NoMoreInformation.TYPE,
            WakeUpIntervalCapabilities.Get.TYPE,
            WakeUpIntervalCapabilities.Report.TYPE,
            Configuration.Set.TYPE,
            Configuration.Get.TYPE,
            Configuration.Report.TYPE,
            LoggingRecordsSupported.Get.TYPE,
            LoggingRecordsSupported.Report.TYPE,
            LoggingRecord.Get.TYPE,
            LoggingRecord.Report.TYPE,
            TimeOfDay.Get.TYPE,
            TimeOfDay.Report.TYPE,
            CalendarDate.Get.TYPE,
            CalendarDate.Report.TYPE,
            TimeOffset.Set.TYPE,
            TimeOffset.Get.TYPE,
            TimeOffset.Report.TYPE,
            TimeParameters.Set.TYPE,
            TimeParameters.Get.TYPE,
            TimeParameters.Report.TYPE,
            Clock.Set.TYPE,
            Clock.Get.TYPE,
            Clock.Report.TYPE,
            ScheduleEnable.Set.TYPE,
            ScheduleEnable.SetAll.TYPE,
            ScheduleEnable.ExtendedSet.TYPE,
            ScheduleSlots.Get.TYPE,
            ScheduleSlots.Report.TYPE,
            ScheduleTimeOffset.Get.TYPE,
            ScheduleTimeOffset.Report.TYPE,
            ScheduleTimeOffset.Set.TYPE,
            ScheduleCapabilities.Get.TYPE,
            ScheduleCapabilities.Report.TYPE,
            ActiveScheduleEnable.Set.TYPE,
            ActiveScheduleEnable.Get.TYPE,
            ActiveScheduleEnable.Report.TYPE);

    static final List<CommandType<?>> ROWS = Stream.of(
                    SINGLE, EntrySlot.TYPES, ActiveSlot.TYPES, Segment.First.TYPES, Segment.Subsequent.TYPES)
            .<CommandType<?>>flatMap(List::stream)
            .toList();

    private CommandTable() {}
}
