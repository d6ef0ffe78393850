package org.lockcredentials.zwave.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.host.SmallHost.await;
import static org.lockcredentials.zwave.host.SmallHost.failure;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Lock;
import org.lockcredentials.LockId;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.manager.LockCredentialManager;
import org.lockcredentials.spi.StateStore;
import org.lockcredentials.store.MemoryStateStore;
import org.lockcredentials.testing.Pins;
import org.lockcredentials.testing.Witness;
import org.lockcredentials.zwave.ZWaveBackend;
import org.lockcredentials.zwave.ZWaveConfig;
import org.lockcredentials.zwave.peer.SecondOpinion;
import org.lockcredentials.zwave.peer.ZwaveJsStick;
import org.lockcredentials.zwave.security.NetworkKeys;

/** Hosts and locks that are restarted, and networks whose keys pass from one software to another. */
final class SecureRestartIT {

    @TempDir
    private Path folder;

    private int guests;

    @ParameterizedTest
    @EnumSource(names = {"S2_USER_CREDENTIAL", "S2_USER_CODE", "S0_USER_CODE"})
    void bothGoOnAfterARestart(LockKind kind) {
        MemoryStateStore store = new MemoryStateStore();
        try (ZwaveJsStick stick = kind.start();
                ZwaveJsLock under = new ZwaveJsLock(stick, kind, new Reach(Reach.Way.TCP, stick, folder))) {
            try (LockCredentialManager first = SecureHost.at(stick, store)) {
                add(first, under);
                under.restart();
                add(first, under);
            }
            stick.frames();
            try (LockCredentialManager second = SecureHost.at(stick, store)) {
                JsonNode asked = stick.frames().at("/nodes/" + LockKind.NODE + "/commands");
                assertEquals(0, asked.size(), "a lock that is known is asked nothing: " + asked);
                add(second, under);
                under.restart();
                under.enterCode(Secret.of(Pins.next()));
                add(second, under);
            }
            assertEquals(guests, under.truth().size());
        }
    }

    /** zwave-js makes the network and includes the lock; the SDK is given its keys, and then zwave-js goes on. */
    @Test
    void keysPassFromOneSoftwareToTheOther() throws IOException {
        try (ZwaveJsStick stick = ZwaveJsStick.start("""
                {'nodes':[{'id':2,'included':false,'joins':'asked','secure':['S2_AccessControl','S2_Authenticated',
                  'S2_Unauthenticated','S0_Legacy'],'userCredential':{'users':12}}]}""")) {
            stick.join(LockKind.NODE);
            JsonNode made = SecondOpinion.including(
                    stick, stick.dsk(LockKind.NODE).path("pin").textValue(), folder.resolve("a"));
            Path file = SecondOpinion.writeKeys(made.path("keys"), folder.resolve("keys"));
            try (Secret text = Secret.of(Files.readString(file, StandardCharsets.UTF_8));
                    NetworkKeys keys = NetworkKeys.parse(text);
                    LockCredentialManager host = SecureHost.at(stick, new MemoryStateStore(), keys)) {
                Lock lock = host.lock(LockId.of("zwave", "2"));
                assertEquals(
                        Outcome.CONFIRMED, await(lock.access().add(guest())).outcome());
            }
            Files.createDirectory(folder.resolve("b"));
            JsonNode again = SecondOpinion.of(stick, LockKind.NODE, folder.resolve("b"), file);
            assertEquals("S2_AccessControl", again.path("security").textValue());
            assertEquals(1, again.path("users").size());
        }
    }

    /** The SDK makes the keys and includes the lock; zwave-js is given them, sees what is there and adds to it; the SDK sees that. */
    @ParameterizedTest
    @EnumSource(names = {"S2_USER_CREDENTIAL", "S2_USER_CODE", "S0_USER_CODE"})
    void zwaveJsGoesOnWithTheKeysOfTheSdk(LockKind kind) {
        MemoryStateStore store = new MemoryStateStore();
        try (ZwaveJsStick stick = kind.startOutside();
                ZwaveJsLock under = new ZwaveJsLock(stick, ZWaveConfig::of, new Reach(Reach.Way.TCP, stick, folder))) {
            ZWaveBackend backend = under.backend();
            List<User> told;
            try (LockCredentialManager host = open(backend, store)) {
                Joining.include(backend, stick, kind);
                add(host, under);
                add(host, under);
                told = await(host.lock(under.id()).users().list());
            }
            String pin = Pins.next();
            Path keys = Joining.keys(store, folder.resolve("keys"));
            JsonNode opinion =
                    SecondOpinion.setting(stick, LockKind.NODE, folder.resolve("cache"), keys, guests + 1, pin);
            assertEquals(stick.state(LockKind.NODE).at("/security/granted/0"), opinion.path("security"));
            assertEquals(
                    under.truth().stream()
                            .limit(guests)
                            .flatMap(each -> each.codes().values().stream())
                            .toList(),
                    StreamSupport.stream(opinion.path("credentials").spliterator(), false)
                            .map(each -> Secret.of(each.path("data").textValue()))
                            .toList());
            try (LockCredentialManager again = open(under.backend(), store)) {
                Credential added = new Credential(CredentialType.PIN, guests + 1);
                List<User> users = await(again.lock(under.id()).users().list());
                assertEquals(told, users.subList(0, guests));
                assertEquals(List.of(added), users.get(guests).credentials());
                assertEquals(Secret.of(pin), under.truth().get(guests).codes().get(added));
                NewCredential theirs = NewCredential.pin(Secret.of(pin));
                assertEquals(
                        Reason.DUPLICATE,
                        failure(again.lock(under.id()).credentials().set(1, theirs))
                                .reason());
                guests++;
                add(again, under);
            }
        }
    }

    private static LockCredentialManager open(ZWaveBackend backend, StateStore store) {
        return await(LockCredentialManager.builder()
                .backend(backend)
                .stateStore(store)
                .open());
    }

    private void add(LockCredentialManager manager, ZwaveJsLock under) {
        Lock lock = Witness.over(Lock.class, manager.lock(under.id()));
        assertEquals(Outcome.CONFIRMED, await(lock.access().add(guest())).outcome());
        assertTrue(under.truth().size() >= guests);
    }

    private AccessRequest guest() {
        guests++;
        return AccessRequest.builder(new AccessKey("restart", "guest " + guests))
                .name("Guest " + guests)
                .pin(Secret.of(Pins.next()))
                .build();
    }
}
