package org.lockcredentials.simulation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.spi.StateStore;
import org.lockcredentials.store.MemoryStateStore;
import org.lockcredentials.testing.Pins;

final class MemoryTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final StateStore store = new MemoryStateStore();

    @Test
    void theDefaultPairIsThereAgainInAnotherProcess() {
        Secret pin = Pins.secret();
        Secret gatePin = Secret.of(Pins.nextWithLeadingZero());
        Bench first = new Bench(SimulatedBackend.frontDoorAndGardenGate(), store);
        assertEquals("simulated:1", first.backend.locks().get(0).id().toString());
        first.addUser(1, "Änn");
        first.addPin(1, 9, pin);
        List<Schedule> schedules = everyKind();
        first.await(first.driver().writeSchedules(1, schedules));
        first.await(first.driver().writeAdminCode(Optional.of(Pins.secret())));
        first.backend.locks().get(0).turnKnob();
        first.backend.locks().get(1).menu().addCredential(2, new Credential(CredentialType.PIN, 2), gatePin);
        long revision = first.await(first.driver().checksum()).orElseThrow();
        first.await(first.backend.close());

        Bench second = new Bench(SimulatedBackend.frontDoorAndGardenGate(), store);
        List<SimulatedLock> locks = second.backend.locks();
        assertEquals(Optional.of("Änn"), locks.get(0).truth().get(0).user().name());
        assertEquals(schedules, locks.get(0).truth().get(0).user().schedules());
        assertTrue(locks.get(0).truth().get(0).holds(pin));
        assertTrue(locks.get(1).truth().get(0).holds(gatePin));
        assertEquals(revision, second.await(second.driver().checksum()).orElseThrow());
    }

    @Test
    void aBackendThatDoesNotRememberWritesNothing() {
        Bench bench = new Bench(
                SimulatedBackend.of(SimulatedLock.userCode("2", "Gate").build()), store);
        bench.addPin(1, 1, Pins.secret());
        assertEquals(List.of(), store.keys("simulated"));
    }

    @Test
    void brokenMemoryIsSaidAndNotOverwritten() {
        byte[] broken = {1, 2, 3};
        store.write("simulated/1/contents", broken);
        CompletionException failure = assertThrows(
                CompletionException.class, () -> new Bench(SimulatedBackend.frontDoorAndGardenGate(), store));
        assertEquals(Reason.REJECTED, ((LockCredentialException) failure.getCause()).reason());
        assertEquals(3, store.read("simulated/1/contents").orElseThrow().length);
    }

    @Property
    void bytesFromOutsideRaiseNothingButTheTypedError(@ForAll byte[] bytes) {
        byte[] versioned = bytes.clone();
        if (versioned.length > 0) {
            versioned[0] = 1;
        }
        assertDoesNotThrow(() -> {
            try {
                ContentsCodec.decode(versioned, new Contents());
            } catch (DecodeException expected) {
                assertTrue(expected.getMessage().length() > 0);
            }
        });
    }

    @Property
    void whatWasSavedAndThenDamagedRaisesNothingElseEither(
            @ForAll @IntRange(max = 400) int at, @ForAll byte damage, @ForAll @IntRange(max = 400) int length) {
        byte[] saved = savedWithEverything();
        byte[] damaged = Arrays.copyOf(saved, Math.min(saved.length, length));
        if (at < damaged.length) {
            damaged[at] = damage;
        }
        assertDoesNotThrow(() -> {
            try {
                ContentsCodec.decode(damaged, new Contents());
            } catch (DecodeException expected) {
                assertTrue(expected.getMessage().length() > 0);
            }
        });
    }

    private static byte[] savedWithEverything() {
        Contents contents = new Contents();
        User user = User.general(3, Optional.of("Ann")).withSchedules(everyKind());
        contents.put(new StoredUser(user, Optional.of(Duration.ofMinutes(9)), Optional.of(Instant.EPOCH)));
        Credential place = new Credential(CredentialType.PIN, 2);
        contents.put(new StoredCredential(place, 3, Secret.of(Pins.watch("20461357")), "sdk"));
        return ContentsCodec.encode(contents);
    }

    private static List<Schedule> everyKind() {
        LocalDateTime start = LocalDateTime.of(2026, 3, 1, 8, 0);
        return List.of(
                new Schedule.WeekDay(
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), LocalTime.of(8, 0), LocalTime.of(17, 30), ZONE),
                new Schedule.YearDay(start, start.plusDays(30), ZONE),
                new Schedule.DailyRepeating(Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), Duration.ofHours(6), ZONE),
                new Schedule.Holiday(start, start.plusHours(1), ZONE),
                new Schedule.Expiring(Duration.ofMinutes(90)));
    }
}
