package org.lockcredentials.zwave.lock;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.host.SmallHost.await;
import static org.lockcredentials.zwave.host.SmallHost.failure;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.schedule.ScheduleKind;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.zwave.ZWaveConfig;
import org.lockcredentials.zwave.host.MemoryStore;
import org.lockcredentials.zwave.host.SmallHost;
import org.lockcredentials.zwave.peer.ZwaveJsStick;

/** Schedules of users: Schedule Entry Lock on zwave-js's mock, Active Schedule on the few lines of our own beside it. */
final class SchedulesIT {

    private static final int NODE = 3;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Schedule WEEKENDS =
            new Schedule.WeekDay(Set.of(FRIDAY, SUNDAY), LocalTime.of(8, 30), LocalTime.of(17, 5), ZONE);
    private static final Schedule HOLIDAYS = new Schedule.YearDay(
            LocalDateTime.parse("2026-12-24T12:00"), LocalDateTime.parse("2027-01-02T10:00"), ZONE);
    private static final Schedule NIGHTS =
            new Schedule.DailyRepeating(Set.of(FRIDAY, SUNDAY), LocalTime.of(22, 0), Duration.ofHours(8), ZONE);

    private final MemoryStore store = new MemoryStore();
    private ZwaveJsStick stick;
    private SmallHost host;
    private LockDriver lock;

    private void open(String node) {
        stick = ZwaveJsStick.start("{'nodes':[{'id':3," + node + "}]}");
        host = new SmallHost(
                ZWaveConfig.at("tcp://127.0.0.1:" + stick.port()).zone(ZONE).build(), store);
        lock = host.lock(NODE);
    }

    @AfterEach
    void close() {
        if (host != null) {
            host.close();
            stick.close();
        }
    }

    @Test
    void aUserCodeLockHoldsThemAsScheduleEntries() {
        open("'userCode':{},'schedules':{'weekDay':3,'yearDay':1,'dailyRepeating':1}");
        assertEquals(
                Map.of(ScheduleKind.WEEK_DAY, 3, ScheduleKind.YEAR_DAY, 1, ScheduleKind.DAILY_REPEATING, 1),
                await(lock.capabilities()).schedules());
        await(lock.writeCredential(
                WriteMode.ADD, new CredentialWrite(5, new Credential(CredentialType.PIN, 5), Secret.of("0815"))));
        stick.frames();

        assertEquals(Outcome.CONFIRMED, await(lock.writeSchedules(5, List.of(WEEKENDS))));
        JsonNode commands = stick.frames().at("/nodes/3/commands");
        assertEquals(3, commands.path("4E04").intValue(), commands.toString());
        assertEquals(2, commands.path("6C01>4E03").intValue(), commands.toString());
        assertEquals(1, commands.path("6C01>4E0D").intValue(), "the offset that schedules count in: " + commands);
        String times = "\"startHour\":8,\"startMinute\":30,\"stopHour\":17,\"stopMinute\":5}";
        assertEquals(Optional.of("{\"weekday\":5," + times), held("schedule_5_1_0"));
        assertEquals(Optional.of("{\"weekday\":0," + times), held("schedule_5_2_0"));
        assertEquals(Optional.of("60"), held("standardOffset"));
        assertEquals(List.of(WEEKENDS), await(lock.readSchedules(5)));
        assertEquals(Outcome.NO_CHANGE, await(lock.writeSchedules(5, List.of(WEEKENDS))));

        assertEquals(Outcome.CONFIRMED, await(lock.writeSchedules(5, List.of(NIGHTS))));
        assertEquals(List.of(NIGHTS), await(lock.readSchedules(5)));
        assertEquals(Outcome.CONFIRMED, await(lock.writeSchedules(5, List.of(HOLIDAYS))));
        assertEquals(List.of(HOLIDAYS), await(lock.readSchedules(5)));
        assertEquals(
                Reason.INVALID,
                failure(lock.writeSchedules(5, List.of(HOLIDAYS, NIGHTS))).reason());
        assertEquals(List.of(HOLIDAYS), await(lock.readSchedules(5)), "what was refused changed nothing");

        await(lock.deleteUser(5));
        assertEquals(List.of(), await(lock.readSchedules(5)));
        assertEquals(2, stick.state(NODE).at("/schedules").size(), "the two offsets");
    }

    @Test
    void aUserCredentialLockHoldsThemAsActiveSchedules() {
        open("'userCredential':{'schedules':true},'activeSchedule':{'yearDay':2,'dailyRepeating':3}");
        assertEquals(
                Map.of(ScheduleKind.YEAR_DAY, 2, ScheduleKind.DAILY_REPEATING, 3),
                await(lock.capabilities()).schedules());
        await(lock.writeUser(WriteMode.ADD, new UserWrite(User.general(4, Optional.of("Ann")), Optional.empty())));
        stick.frames();
        assertEquals(Outcome.CONFIRMED, await(lock.writeSchedules(4, List.of(HOLIDAYS, NIGHTS))));
        JsonNode held = stick.state(NODE).at("/activeSchedules");
        assertTrue(held.at("/enabled/4").booleanValue(), held.toString());
        assertEquals(
                "[7,234,12,24,12,0,7,235,1,2,10,0,0]",
                held.at("/slots").path("4/yearDay/1").toString());
        assertEquals(
                "[33,22,0,8,0,0]", held.at("/slots").path("4/dailyRepeating/1").toString());
        assertEquals(Set.of(HOLIDAYS, NIGHTS), Set.copyOf(await(lock.readSchedules(4))));
        assertEquals(Outcome.NO_CHANGE, await(lock.writeSchedules(4, List.of(NIGHTS, HOLIDAYS))));
        assertEquals(Outcome.CONFIRMED, await(lock.writeSchedules(4, List.of())));
        assertEquals(
                "{\"slots\":{},\"enabled\":{\"4\":false}}",
                stick.state(NODE).at("/activeSchedules").toString());
    }

    @Test
    void theClockIsSetOnceADayAndToldToWhoAsks() {
        open("'userCode':{},'schedules':{},'clock':true");
        assertEquals("[0,0,0,0,0,0,0]", stick.state(NODE).at("/clock").toString(), "opening sets nothing");
        await(lock.writeSchedules(5, List.of(HOLIDAYS)));
        Instant set = instant(stick.state(NODE).at("/clock"));
        assertTrue(Duration.between(set, Instant.now()).abs().compareTo(Duration.ofMinutes(1)) < 0, set.toString());
        stick.frames();
        await(lock.writeSchedules(5, List.of(NIGHTS)));
        JsonNode commands = stick.frames().at("/nodes/3/commands");
        assertTrue(commands.path("6C01>8B01").isMissingNode(), commands.toString());

        LocalTime before = LocalTime.now(ZONE);
        stick.command("{'cmd':'askTime','node':3}");
        JsonNode told = stick.state(NODE).at("/toldTime");
        for (int i = 0; i < 100 && told.isNull(); i++) {
            told = stick.state(NODE).at("/toldTime");
        }
        LocalTime time = LocalTime.of(
                told.path("hour").intValue(),
                told.path("minute").intValue(),
                told.path("second").intValue());
        assertTrue(Duration.between(before, time).abs().compareTo(Duration.ofMinutes(1)) < 0, told + " at " + before);
    }

    private Optional<String> held(String key) {
        for (JsonNode each : stick.state(NODE).at("/schedules")) {
            if (each.path("key").asText().equals(key)) {
                return Optional.of(each.path("value").toString());
            }
        }
        return Optional.empty();
    }

    private static Instant instant(JsonNode clock) {
        List<Integer> fields = new ArrayList<>();
        clock.forEach(each -> fields.add(each.intValue()));
        return LocalDateTime.of(
                        fields.get(0) << 8 | fields.get(1),
                        fields.get(2),
                        fields.get(3),
                        fields.get(4),
                        fields.get(5),
                        fields.get(6))
                .toInstant(ZoneOffset.UTC);
    }
}
