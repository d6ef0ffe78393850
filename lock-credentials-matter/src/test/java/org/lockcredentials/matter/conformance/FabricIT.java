package org.lockcredentials.matter.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.matter.conformance.Commissioned.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Lock;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.manager.LockCredentialManager;
import org.lockcredentials.matter.CommissioningRequest;
import org.lockcredentials.matter.FabricNode;
import org.lockcredentials.matter.MatterBackend;
import org.lockcredentials.matter.PairingWindow;
import org.lockcredentials.matter.peer.MatterJsController;
import org.lockcredentials.matter.peer.MatterJsLock;
import org.lockcredentials.matter.peer.UdpRelay;
import org.lockcredentials.testing.Pins;

/** A fabric from a code to the end: taken in, restarted on either side, shared, over a bad network, put out; and what lies on the disk. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class FabricIT {

    @TempDir
    private Path state;

    @TempDir
    private Path storage;

    private record Host(MatterBackend backend, LockCredentialManager manager) implements AutoCloseable {

        static Host over(Path state) {
            MatterBackend backend = new MatterBackend(Commissioned.loopback());
            return new Host(
                    backend,
                    await(LockCredentialManager.builder()
                            .backend(backend)
                            .stateDirectory(state)
                            .operationTimeout(Duration.ofSeconds(60))
                            .open()));
        }

        FabricNode commission(String code, InetSocketAddress address) {
            try (Secret secret = Secret.of(code)) {
                return await(backend.controller()
                        .commission(CommissioningRequest.of(secret).at(address).labelled("Front door")));
            }
        }

        Lock lock(LockId id) {
            return manager.lock(id);
        }

        @Override
        public void close() {
            manager.close();
        }
    }

    private static AccessRequest access(String name, Secret pin) {
        return AccessRequest.builder(new AccessKey("it", name))
                .name(name)
                .pin(pin)
                .build();
    }

    private static Reason reason(CompletableFuture<?> future) {
        try {
            future.get(90, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            return ((LockCredentialException) failed.getCause()).reason();
        } catch (InterruptedException | TimeoutException late) {
            throw new AssertionError(late);
        }
        throw new AssertionError("completed, and should have failed");
    }

    @Test
    void eitherSideRestartsAndNothingIsLost() throws IOException {
        try (MatterJsLock lock = MatterJsLock.start("{'storage':'%s'}".formatted(storage))) {
            LockId id;
            try (Host host = Host.over(state)) {
                id = host.commission(lock.qrCode(), lock.address()).locks().get(0);
                assertEquals("Front door", await(host.lock(id).info()).name());
                await(host.lock(id).access().add(access("Ann", Secret.of(Pins.next()))));
            }
            lock.cutPower();
            try (Host host = Host.over(state)) {
                Receipt again = await(host.lock(id).access().add(access("Ann", Secret.of(Pins.next()))));
                assertEquals(Outcome.NO_CHANGE, again.outcome());
                await(host.lock(id).access().add(access("Ben", Secret.of(Pins.next()))));
                lock.cutPower();
                await(host.lock(id).access().add(access("Cem", Secret.of(Pins.next()))));
                assertEquals(3, lock.state().path("users").size());

                String node = host.backend().controller().nodes().join().get(0).node();
                assertEquals(
                        Outcome.CONFIRMED, await(host.backend().controller().remove(node)));
                assertEquals(0, lock.fabrics().size());
                assertEquals(List.of(), await(host.backend().controller().nodes()));
            }
            nothingSecretAndNothingOpenOnTheDisk();
        }
    }

    private void nothingSecretAndNothingOpenOnTheDisk() throws IOException {
        try (Stream<Path> all = Files.walk(state)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(text.contains("20202021"), "the passcode is in " + file);
                assertEquals(
                        PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file), "" + file);
            }
        }
    }

    @Test
    void aWrongPasscodeLeavesNothingBehindOnEitherSide() {
        try (MatterJsLock lock = MatterJsLock.start("{}");
                MatterJsLock other = MatterJsLock.start("{'passcode':34567890}");
                Host host = Host.over(state)) {
            assertEquals(Reason.INVALID, refusal(host, "11111111111", lock));
            assertEquals(Reason.SECURITY, refusal(host, other.manualCode(), lock));
            assertEquals(0, lock.fabrics().size());
            assertEquals(List.of(), await(host.backend().controller().nodes()));
            LockId id =
                    host.commission(lock.manualCode(), lock.address()).locks().get(0);
            assertEquals(1, lock.fabrics().size());
            assertFalse(refusal(host, lock.manualCode(), lock) == Reason.INVALID);
            assertEquals(1, lock.fabrics().size());
            assertEquals(List.of(), await(host.lock(id).users().list()));
        }
    }

    private static Reason refusal(Host host, String code, MatterJsLock lock) {
        try (Secret secret = Secret.of(code)) {
            return reason(host.backend()
                    .controller()
                    .commission(CommissioningRequest.of(secret).at(lock.address())));
        }
    }

    @Test
    void twoAdministratorsShareALock() {
        try (MatterJsLock lock = MatterJsLock.start("{}");
                MatterJsController other = MatterJsController.start();
                Host host = Host.over(state)) {
            FabricNode node = host.commission(lock.manualCode(), lock.address());
            Lock door = host.lock(node.locks().get(0));
            try (PairingWindow window =
                    await(host.backend().controller().openWindow(node.node(), Duration.ofMinutes(3)))) {
                String code = window.manualCode().use(bytes -> new String(bytes, StandardCharsets.US_ASCII));
                other.commission(code, lock.address().getPort());
            }
            assertEquals(2, lock.fabrics().size());

            other.command("{'cmd':'setUser','index':1,'name':'Other'}");
            other.command("{'cmd':'setCredential','user':1,'slot':1,'pin':'%s'}".formatted(Pins.next()));
            Receipt ann = await(door.access().add(access("Ann", Secret.of(Pins.next()))));
            assertEquals(2, ann.userIndex().orElseThrow());

            User theirs = await(door.users().get(1)).orElseThrow();
            assertEquals(Optional.of("Other"), theirs.name());
            assertEquals(Optional.of("fabric 2"), theirs.creator());
            UserUpdate renamed = UserUpdate.builder().index(1).name("Mine").build();
            assertEquals(Reason.FOREIGN_OWNER, reason(door.users().set(renamed)));
            assertEquals(
                    Reason.FOREIGN_OWNER, reason(door.credentials().set(1, NewCredential.pin(Secret.of(Pins.next())))));
            await(door.users().setEnabled(1, false));

            JsonNode seen = other.users();
            assertEquals(2, seen.size());
            assertEquals(3, seen.path(0).path("userStatus").intValue());
            assertEquals("Ann", seen.path(1).path("userName").textValue());
            assertEquals(1, seen.path(1).path("creatorFabricIndex").intValue());
        }
    }

    @Test
    void everyCommandEndsOnceOnABadNetwork() {
        try (MatterJsLock lock = MatterJsLock.start("{}");
                UdpRelay relay = UdpRelay.inFrontOf(lock.address(), 20);
                Host host = Host.over(state)) {
            LockId id =
                    host.commission(lock.manualCode(), relay.address()).locks().get(0);
            Lock door = host.lock(id);
            relay.weather(new UdpRelay.Weather(0.2, 0.1, 0.1));
            List<AccessRequest> guests = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                guests.add(access("Guest " + i, Secret.of(Pins.next())));
            }
            List<CompletableFuture<Receipt>> adding =
                    guests.stream().map(door.access()::add).toList();
            int lost = 0;
            for (CompletableFuture<Receipt> each : adding) {
                try {
                    each.get(120, TimeUnit.SECONDS);
                } catch (ExecutionException failed) {
                    Reason reason = ((LockCredentialException) failed.getCause()).reason();
                    assertTrue(reason == Reason.TIMEOUT || reason == Reason.UNREACHABLE, reason.toString());
                    lost++;
                } catch (InterruptedException | TimeoutException late) {
                    throw new AssertionError("a command that does not end", late);
                }
            }
            assertTrue(relay.lost() > 0, "the network was fine");
            relay.weather(UdpRelay.Weather.FINE);
            for (AccessRequest guest : guests) {
                await(door.access().add(guest));
            }
            JsonNode users = lock.state().path("users");
            assertEquals(guests.size(), users.size(), lost + " were lost on the way");
            assertEquals(guests.size(), lock.state().path("credentials").size());
            assertEquals(
                    guests.size(),
                    Stream.iterate(0, i -> i + 1)
                            .limit(users.size())
                            .map(i -> users.path(i).path("userName").textValue())
                            .distinct()
                            .count());
        }
    }
}
