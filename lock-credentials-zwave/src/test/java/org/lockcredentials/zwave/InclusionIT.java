package org.lockcredentials.zwave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.host.SmallHost.await;
import static org.lockcredentials.zwave.host.SmallHost.failure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.testing.Pins;
import org.lockcredentials.zwave.host.MemoryStore;
import org.lockcredentials.zwave.host.SmallHost;
import org.lockcredentials.zwave.host.TestGuide;
import org.lockcredentials.zwave.inclusion.Exclusion;
import org.lockcredentials.zwave.inclusion.Inclusion;
import org.lockcredentials.zwave.inclusion.InclusionFailure;
import org.lockcredentials.zwave.inclusion.InclusionFailure.Why;
import org.lockcredentials.zwave.inclusion.InclusionOptions;
import org.lockcredentials.zwave.inclusion.InclusionStage;
import org.lockcredentials.zwave.inclusion.InclusionStep;
import org.lockcredentials.zwave.inclusion.ProvisionedNode;
import org.lockcredentials.zwave.inclusion.SmartStartCode;
import org.lockcredentials.zwave.inclusion.ZWaveNode;
import org.lockcredentials.zwave.peer.ZwaveJsStick;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.SecurityClass;

/** Locks of somebody else's make join and leave, as they leave the factory. */
final class InclusionIT {

    private static final String USER_CREDENTIAL_LOCK =
            "{'nodes':[{'id':2,'included':false,'joins':'asked','lifeline':[],'clock':true,"
                    + "'secure':['S2_AccessControl','S2_Authenticated','S2_Unauthenticated'],'userCredential':{'initial':[{'user':1}]}}]}";
    private static final String USER_CODE_LOCK = "{'nodes':[{'id':2,'included':false,'joins':'asked','lifeline':[],"
            + "'secure':['S2_AccessControl','S0_Legacy'],'userCode':{}}]}";
    private static final String MULTI_CHANNEL_LOCK =
            "{'nodes':[{'id':2,'included':false,'joins':'asked','lifeline':[1],'multiChannel':{},"
                    + "'secure':['S2_AccessControl'],'userCode':{}}]}";
    private static final String S0_LOCK =
            "{'nodes':[{'id':2,'included':false,'joins':'asked','lifeline':[],'secure':['S0_Legacy'],'userCode':{}}]}";
    private static final String SMART_LOCK = "{'nodes':[{'id':2,'included':false,'smartStart':true,'lifeline':[],"
            + "'secure':['S2_AccessControl'],'userCode':{}}]}";
    private static final Credential SLOT_1 = new Credential(CredentialType.PIN, 1);

    @Test
    void aUserCredentialLockIsIncludedByItsPinAndOutlivesRestartsOfBoth() {
        MemoryStore store = new MemoryStore();
        try (ZwaveJsStick stick = ZwaveJsStick.start(USER_CREDENTIAL_LOCK)) {
            try (SmallHost host = SmallHost.at(stick.port(), store)) {
                TestGuide guide = TestGuide.telling(dsk(stick).pin());
                ZWaveNode node = await(
                        include(host, stick, InclusionOptions.standard(), guide).node());
                assertEquals(Optional.of(SecurityClass.S2_ACCESS_CONTROL), node.security());
                assertEquals(List.of(host.lock(2).info().id()), node.locks());
                assertTrue(node.alive());
                assertEquals(
                        Set.of(
                                SecurityClass.S2_ACCESS_CONTROL,
                                SecurityClass.S2_AUTHENTICATED,
                                SecurityClass.S2_UNAUTHENTICATED),
                        guide.requested());
                assertEquals(dsk(stick).open(), guide.shown());
                guide.expect(
                        InclusionStep.Waiting.class,
                        InclusionStep.Found.class,
                        InclusionStep.Joined.class,
                        InclusionStep.ExchangingKeys.class,
                        InclusionStep.Secured.class,
                        InclusionStep.GettingToKnow.class,
                        InclusionStep.SettingUp.class,
                        InclusionStep.Done.class);

                JsonNode lock = stick.state(2);
                assertEquals("complete", lock.at("/security/exchange").asText());
                assertEquals("[1]", lock.path("lifeline").toString());
                assertTrue(lock.at("/clock/2").asInt() > 0, "the time is set");
                assertEquals(Outcome.CONFIRMED, write(host, "00426029"));
            }
            try (SmallHost again = SmallHost.at(stick.port(), store)) {
                assertEquals(Outcome.CONFIRMED, write(again, "00426030"));
                stick.restart(2);
                assertEquals(Outcome.CONFIRMED, write(again, "00426031"));
            }
            assertEquals("00426031", stick.state(2).at("/credentials/0/data").asText());
        }
    }

    @Test
    void aLockOfSeveralChannelsReportsToTheRootDeviceOfTheHostAndToNobodyElse() {
        try (ZwaveJsStick stick = ZwaveJsStick.start(MULTI_CHANNEL_LOCK);
                SmallHost host = SmallHost.at(stick.port(), new MemoryStore())) {
            InclusionOptions options =
                    InclusionOptions.builder().dsk(dsk(stick)).build();
            await(include(host, stick, options, TestGuide.silent()).node());
            JsonNode lock = stick.state(2);
            assertEquals("[]", lock.path("lifeline").toString());
            assertEquals(
                    "[{\"nodeId\":1,\"endpoint\":0}]",
                    lock.path("lifelineEndPoints").toString());
            stick.command("{'cmd':'jam','node':2}");
            host.event(LockEvent.Alarm.class, each -> true);
        }
    }

    @Test
    void aUserCodeLockIsIncludedByItsWholeKeyAndExcluded() {
        try (ZwaveJsStick stick = ZwaveJsStick.start(USER_CODE_LOCK);
                SmallHost host = SmallHost.at(stick.port(), new MemoryStore())) {
            InclusionOptions options =
                    InclusionOptions.builder().dsk(dsk(stick)).build();
            ZWaveNode node =
                    await(include(host, stick, options, TestGuide.silent()).node());
            assertEquals(Optional.of(SecurityClass.S2_ACCESS_CONTROL), node.security());
            assertEquals(
                    "[\"S2_AccessControl\"]",
                    stick.state(2).at("/security/granted").toString(),
                    "not the S0 key");
            assertEquals(Outcome.CONFIRMED, write(host, "00426029"));

            Exclusion exclusion = host.backend().exclude(() -> stick.leave(2));
            assertEquals(OptionalInt.of(2), await(exclusion.nodeId()));
            assertFalse(stick.state(2).path("included").booleanValue());
            assertEquals(List.of(), await(host.backend().nodes()));
            assertTrue(host.hasNoLocks());
        }
    }

    @Test
    void aLockThatKnowsSecurity0OnlyJoinsIfTheHostSaysSo() {
        try (ZwaveJsStick stick = ZwaveJsStick.start(S0_LOCK);
                SmallHost host = SmallHost.at(stick.port(), new MemoryStore())) {
            LockCredentialException refused =
                    failure(include(host, stick, InclusionOptions.standard(), TestGuide.silent())
                            .node());
            assertBroken(InclusionStage.SECURITY, Why.NOT_ALLOWED, refused);
            assertEquals(Reason.SECURITY, refused.reason());
            assertTrue(host.hasNoLocks(), "no lock in the clear");
            await(host.backend().exclude(() -> stick.leave(2)).nodeId());

            InclusionOptions options = InclusionOptions.builder().allowS0(true).build();
            ZWaveNode node =
                    await(include(host, stick, options, TestGuide.silent()).node());
            assertEquals(Optional.of(SecurityClass.S0_LEGACY), node.security());
            assertEquals(Outcome.CONFIRMED, write(host, "00426029"));
        }
    }

    @Test
    void aWrongPinIsRefusedAndLeavesNoLockBehindNotEvenAfterARestart() {
        MemoryStore store = new MemoryStore();
        try (ZwaveJsStick stick = ZwaveJsStick.start(USER_CODE_LOCK)) {
            try (SmallHost host = SmallHost.at(stick.port(), store)) {
                TestGuide guide = TestGuide.telling(new Dsk.Pin(dsk(stick).pin().pin() ^ 1));
                LockCredentialException refused = failure(
                        include(host, stick, InclusionOptions.standard(), guide).node());
                assertBroken(InclusionStage.KEX_ECHO, Why.WRONG_KEY, refused);
                assertEquals(
                        OptionalInt.of(2),
                        InclusionFailure.of(refused).orElseThrow().nodeId());
                assertUnused(host);
            }
            try (SmallHost again = SmallHost.at(stick.port(), store)) {
                assertUnused(again);
                assertEquals(
                        OptionalInt.of(2),
                        await(again.backend().exclude(() -> stick.leave(2)).nodeId()));
                assertEquals(List.of(), await(again.backend().nodes()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "KEXReport, KEX_REPORT, SECURITY",
        "PublicKeyReport, PUBLIC_KEY, SECURITY",
        "KEXSetEcho, KEX_ECHO, SECURITY",
        "NetworkKeyGet, NETWORK_KEY_GET, SECURITY",
        // Told under the network key that is just being proven, which is no way to tell it.
        "NetworkKeyVerify, NETWORK_KEY_VERIFY, TIMEOUT",
        "TransferEnd, TRANSFER_END, SECURITY"
    })
    void aLockThatGivesUpIsToldWithTheStep(String at, InclusionStage stage, Reason reason) {
        try (ZwaveJsStick stick = ZwaveJsStick.start(USER_CODE_LOCK);
                SmallHost host = SmallHost.at(stick.port(), new MemoryStore())) {
            stick.command("{'cmd':'kex','node':2,'at':'%s','with':6}".formatted(at));
            InclusionOptions options =
                    InclusionOptions.builder().dsk(dsk(stick)).build();
            LockCredentialException broken =
                    failure(include(host, stick, options, TestGuide.silent()).node());
            assertEquals(stage, InclusionFailure.of(broken).orElseThrow().stage(), broken.getMessage());
            assertEquals(reason, broken.reason());
            assertUnused(host);
        }
    }

    @Test
    void nobodyWhoAsksCanBeCancelled() {
        try (ZwaveJsStick stick = ZwaveJsStick.start(USER_CODE_LOCK);
                SmallHost host = SmallHost.at(stick.port(), new MemoryStore())) {
            TestGuide guide = TestGuide.silent();
            Inclusion inclusion = host.backend().include(InclusionOptions.standard(), guide);
            guide.until(InclusionStep.Waiting.class);
            Inclusion second = host.backend().include(InclusionOptions.standard(), TestGuide.silent());
            assertBroken(InclusionStage.START, Why.BUSY, failure(second.node()));
            second.cancel();
            inclusion.cancel();
            assertBroken(InclusionStage.FIND, Why.CANCELLED, failure(inclusion.node()));
            InclusionOptions options =
                    InclusionOptions.builder().dsk(dsk(stick)).build();
            assertTrue(await(include(host, stick, options, TestGuide.silent()).node())
                    .alive());
        }
    }

    @Test
    void aLockJoinsByItsQrCode() {
        MemoryStore store = new MemoryStore();
        try (ZwaveJsStick stick = ZwaveJsStick.start(SMART_LOCK);
                SmallHost host = SmallHost.at(stick.port(), store)) {
            String code = new SmartStartCode(true, 4, dsk(stick), List.of()).encode();
            ProvisionedNode entry = await(host.backend().provision(code));
            assertEquals(Set.of(SecurityClass.S2_ACCESS_CONTROL), entry.granted());
            host.untilLock(2);
            assertEquals(Outcome.CONFIRMED, write(host, "00426029"));
            assertEquals(
                    OptionalInt.of(2),
                    await(host.backend().provisioned()).get(0).nodeId());
            assertTrue(await(host.backend().unprovision(dsk(stick))));
            assertEquals(List.of(), await(host.backend().provisioned()));
        }
    }

    @Test
    void aDeadLockIsRemovedAndReplaced() {
        try (ZwaveJsStick stick = ZwaveJsStick.start(USER_CODE_LOCK);
                SmallHost host = SmallHost.at(stick.port(), new MemoryStore())) {
            InclusionOptions options =
                    InclusionOptions.builder().dsk(dsk(stick)).build();
            await(include(host, stick, options, TestGuide.silent()).node());
            assertEquals(
                    Reason.REJECTED, failure(host.backend().removeFailed(2)).reason(), "it answers");

            stick.dead(2, true);
            ZWaveNode replaced = await(
                    host.backend().replaceFailed(2, options, TestGuide.silent()).node());
            assertEquals(Optional.of(SecurityClass.S2_ACCESS_CONTROL), replaced.security());
            assertEquals(Outcome.CONFIRMED, write(host, "00426029"));

            stick.dead(2, true);
            await(host.backend().removeFailed(2));
            assertEquals(List.of(), await(host.backend().nodes()));
            assertTrue(host.hasNoLocks());
        }
    }

    private static Inclusion include(SmallHost host, ZwaveJsStick stick, InclusionOptions options, TestGuide guide) {
        return host.backend().include(options, guide.pressing(() -> stick.join(2)));
    }

    private static Dsk.Whole dsk(ZwaveJsStick stick) {
        return (Dsk.Whole) Dsk.parse(stick.dsk(2).path("dsk").asText());
    }

    private static void assertBroken(InclusionStage stage, Why why, LockCredentialException failure) {
        InclusionFailure broken = InclusionFailure.of(failure).orElseThrow(() -> failure);
        assertEquals(stage, broken.stage(), failure.getMessage());
        assertEquals(why, broken.why());
    }

    private static void assertUnused(SmallHost host) {
        List<ZWaveNode> nodes = await(host.backend().nodes());
        assertEquals(1, nodes.size());
        assertTrue(nodes.get(0).broken().isPresent());
        assertEquals(List.of(), nodes.get(0).locks());
        assertTrue(host.hasNoLocks());
    }

    private static Outcome write(SmallHost host, String code) {
        return await(host.lock(2)
                .writeCredential(
                        await(host.lock(2).readCredential(SLOT_1)).occupancy() == Occupancy.FREE
                                ? WriteMode.ADD
                                : WriteMode.MODIFY,
                        new CredentialWrite(1, SLOT_1, Secret.of(Pins.watch(code)))));
    }
}
