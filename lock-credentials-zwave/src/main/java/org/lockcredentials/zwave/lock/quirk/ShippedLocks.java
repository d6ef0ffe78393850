package org.lockcredentials.zwave.lock.quirk;

import static org.lockcredentials.event.LockEvent.Action.LOCK;
import static org.lockcredentials.event.LockEvent.Action.UNLOCK;
import static org.lockcredentials.event.LockEvent.AlarmKind.WRONG_CODE_LIMIT;
import static org.lockcredentials.event.LockEvent.Source.RFID;
import static org.lockcredentials.zwave.command.notification.AccessControlEvent.REMOTE_LOCK;
import static org.lockcredentials.zwave.command.notification.AccessControlEvent.REMOTE_UNLOCK;
import static org.lockcredentials.zwave.lock.event.EventMeaning.complained;
import static org.lockcredentials.zwave.lock.event.EventMeaning.operated;
import static org.lockcredentials.zwave.lock.quirk.ShippedLock.ANY;

import java.util.List;
import org.lockcredentials.zwave.command.notification.AccessControlEvent;
import org.lockcredentials.zwave.command.scheduleentry.ScheduleSlots;
import org.lockcredentials.zwave.lock.event.EventMeaning;

/**
 * The quirks of shipped locks, one row each with its source: {@code config} names a file below packages/config/config/devices of zwave-js
 * 15.29, the rest are issues and pull requests of the project named. The alarm types that all makers share stand with the events.
 */
final class ShippedLocks {

    private static final int SCHLAGE = 0x003B;
    private static final int KWIKSET = 0x0090;
    private static final int YALE = 0x0129;
    private static final int ID_LOCK = 0x0373;

    // spotless:off
    static final List<ShippedLock> ROWS = List.of(
        row(SCHLAGE, 0x0001, 0x0469, "BE469ZP",       new Quirk.NoSupervision(),                     "zwave-js issue 5260"),
        row(KWIKSET, 0x0811, 0x03A8, "HC620",         new Quirk.NoSupervision(),                     "zwave-js discussion 5566"),
        row(YALE,    0x0007, 0x0000, "Smart Module",  new Quirk.NoSupervision(),                     "config 0x0129/yale_smart_door_lock_z-wave_module.json"),
        row(YALE,    0x0007, 0x0001, "Smart Module",  new Quirk.NoSupervision(),                     "config 0x0129/yale_smart_door_lock_z-wave_module.json"),

        row(SCHLAGE, 0x6341, 0x5044, "BE469",         new Quirk.HiddenCodes(),                       "Zwave2Mqtt issue 318"),
        row(SCHLAGE, 0x634B, 0x5044, "BE369",         new Quirk.HiddenCodes(),                       "user-lock-manager PR 31"),

        row(SCHLAGE, 0x6349, 0x5044, "BE468",         new Quirk.OneCodeLength(16),                   "config 0x003b/be468.json"),
        row(SCHLAGE, 0x0001, 0x0468, "BE468ZP",       new Quirk.OneCodeLength(16),                   "config 0x003b/be468zp.json"),
        row(SCHLAGE, 0x6341, 0x5044, "BE469",         new Quirk.OneCodeLength(16),                   "config 0x003b/be469.json, keymaster issue 445"),
        row(SCHLAGE, 0x0001, 0x0469, "BE469ZP",       new Quirk.OneCodeLength(16),                   "config 0x003b/be469zp.json"),
        row(SCHLAGE, 0x0004, 0x2109, "JBE109",        new Quirk.OneCodeLength(16),                   "config 0x003b/jbe109.json"),
        row(SCHLAGE, 0x0004, 0x6109, "JFE109",        new Quirk.OneCodeLength(16),                   "config 0x003b/jfe109.json"),

        row(YALE,    0x0007, 0x0000, "Smart Module",  slots(0, 0, 1),                                "config 0x0129/yale_smart_door_lock_z-wave_module.json"),
        row(YALE,    0x0007, 0x0001, "Smart Module",  slots(0, 0, 1),                                "config 0x0129/yale_smart_door_lock_z-wave_module.json"),

        row(SCHLAGE, 0x634B, 0x504C, "FE599",         alarm(96, 255, complained(WRONG_CODE_LIMIT)),  "config 0x003b/fe599nx.json"),
        row(YALE,    ANY,    ANY,    "all models",    alarm(144, Quirk.Alarm.ANY, operated(UNLOCK, RFID)), "config 0x0129/templates/yale_template.json"),
        row(YALE,    ANY,    ANY,    "all models",    alarm(161, 1, complained(WRONG_CODE_LIMIT)),   "config 0x0129/templates/yale_template.json"),

        row(ID_LOCK, 0x0003, 0x0001, "ID Lock 150",   named(REMOTE_LOCK, operated(LOCK, RFID)),      "open-zwave PR 2367"),
        row(ID_LOCK, 0x0003, 0x0001, "ID Lock 150",   named(REMOTE_UNLOCK, operated(UNLOCK, RFID)),  "open-zwave PR 2367"));
    // spotless:on

    private ShippedLocks() {}

    private static ShippedLock row(int manufacturer, int type, int id, String name, Quirk quirk, String source) {
        return new ShippedLock(manufacturer, type, id, name, quirk, source);
    }

    private static Quirk slots(int weekDay, int yearDay, int dailyRepeating) {
        return new Quirk.TrueScheduleSlots(new ScheduleSlots.Report(weekDay, yearDay, dailyRepeating));
    }

    private static Quirk alarm(int type, int level, EventMeaning meaning) {
        return new Quirk.AlarmMeans(new Quirk.Alarm(type, level), meaning);
    }

    private static Quirk named(AccessControlEvent event, EventMeaning meaning) {
        return new Quirk.NamedEventMeans(event, meaning);
    }
}
