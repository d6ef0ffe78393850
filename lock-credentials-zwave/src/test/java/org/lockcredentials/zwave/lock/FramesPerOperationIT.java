package org.lockcredentials.zwave.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lockcredentials.zwave.host.SmallHost.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Outcome;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.testing.Pins;
import org.lockcredentials.zwave.ZWaveConfig;
import org.lockcredentials.zwave.conformance.TestKeys;
import org.lockcredentials.zwave.host.MemoryStore;
import org.lockcredentials.zwave.host.SmallHost;
import org.lockcredentials.zwave.peer.ZwaveJsStick;

/** What operations cost on the air, both ways, as the lock counts it. The README tables these numbers. */
final class FramesPerOperationIT {

    private static final int NODE = 2;
    private static final String NOTIFICATION_REPORT = "7105";

    private record Cost(int toNode, int fromNode) {}

    @Test
    void aUserCredentialLockCostsWhatIsOccupied() {
        String users = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> "{'user':%d,'credentials':[{'slot':%d,'data':'%04d'}]}".formatted(7 * i, 20 * i, i))
                .collect(Collectors.joining(","));
        MemoryStore store = new MemoryStore();
        try (ZwaveJsStick stick =
                ZwaveJsStick.start("{'nodes':[{'id':2,'userCredential':{'users':250,'initial':[" + users + "]}}]}")) {
            try (SmallHost host = SmallHost.at(stick.port(), store)) {
                assertEquals(new Cost(4, 4), cost(stick), "node information, product, two reports of capabilities");
                LockDriver lock = host.lock(NODE);
                assertEquals(10, await(lock.readAll()).users().size());
                assertEquals(new Cost(20, 20), cost(stick), "ten users and ten credentials of 250");
                await(lock.capabilities());
                assertEquals(new Cost(0, 0), cost(stick));
                await(lock.checksum());
                assertEquals(new Cost(1, 1), cost(stick));
                assertEquals(Outcome.CONFIRMED, await(lock.writeUser(WriteMode.ADD, ann())));
                assertEquals(new Cost(1, 1), cost(stick), "the command and its report");
                assertEquals(Outcome.CONFIRMED, await(lock.writeCredential(WriteMode.ADD, pin(1, 1, "47116029"))));
                assertEquals(new Cost(1, 1), cost(stick));
                assertEquals(Outcome.CONFIRMED, await(lock.writeCredential(WriteMode.MODIFY, pin(1, 1, "47126029"))));
                assertEquals(new Cost(1, 1), cost(stick));
            }
            try (SmallHost again = SmallHost.at(stick.port(), store)) {
                await(again.lock(NODE).capabilities());
                assertEquals(new Cost(0, 0), cost(stick), "a restart asks a known lock nothing");
            }
        }
    }

    @Test
    void aUserCodeLockCostsWhatIsOccupied() {
        String codes = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> "{'user':%d,'code':'%04d'}".formatted(i, i))
                .collect(Collectors.joining(","));
        MemoryStore store = new MemoryStore();
        try (ZwaveJsStick stick =
                ZwaveJsStick.start("{'nodes':[{'id':2,'userCode':{'users':250,'codes':[" + codes + "]}}]}")) {
            try (SmallHost host = SmallHost.at(stick.port(), store)) {
                assertEquals(
                        new Cost(5, 5),
                        cost(stick),
                        "node information, product, number of users, version, capabilities");
                LockDriver lock = host.lock(NODE);
                assertEquals(10, await(lock.readAll()).users().size());
                assertEquals(
                        new Cost(12, 12), cost(stick), "the checksum, the first ten of 250, and that the next is free");
                await(lock.capabilities());
                assertEquals(new Cost(0, 0), cost(stick));
                await(lock.checksum());
                assertEquals(new Cost(1, 1), cost(stick));
                assertEquals(Outcome.CONFIRMED, await(lock.writeCredential(WriteMode.ADD, pin(13, 13, "47116029"))));
                assertEquals(new Cost(2, 2), cost(stick), "is the slot free, and the code with its status");
                assertEquals(Outcome.CONFIRMED, await(lock.writeCredential(WriteMode.MODIFY, pin(13, 13, "47126029"))));
                assertEquals(new Cost(1, 1), cost(stick), "one command and its status");
            }
            try (SmallHost again = SmallHost.at(stick.port(), store)) {
                await(again.lock(NODE).capabilities());
                assertEquals(new Cost(0, 0), cost(stick), "a restart asks a known lock nothing");
            }
        }
    }

    @Test
    void aBulkReadTakesSeveralCodesAtOnce() {
        String codes = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> "{'user':%d,'code':'%04d'}".formatted(i, i))
                .collect(Collectors.joining(","));
        try (ZwaveJsStick stick = ZwaveJsStick.start(
                "{'nodes':[{'id':2,'userCode':{'users':250,'bulk':true,'codes':[" + codes + "]}}]}")) {
            try (SmallHost host = SmallHost.at(stick.port(), new MemoryStore())) {
                cost(stick);
                assertEquals(12, await(host.lock(NODE).readAll()).users().size());
                assertEquals(new Cost(3, 3), cost(stick));
            }
        }
    }

    /** Commands cost what they cost in the clear; a nonce is paid at first, and again when either end has restarted. */
    @Test
    void encryptionCostsANonceAtFirst() {
        String users = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> "{'user':%d,'credentials':[{'slot':%d,'data':'%04d'}]}".formatted(7 * i, 20 * i, i))
                .collect(Collectors.joining(","));
        MemoryStore store = new MemoryStore();
        try (ZwaveJsStick stick = ZwaveJsStick.start(
                "{'keys':%s,'nodes':[{'id':2,'secure':'S2_AccessControl','userCredential':{'users':250,'initial':[%s]}}]}"
                        .formatted(TestKeys.SCENARIO, users))) {
            ZWaveConfig config = ZWaveConfig.at("tcp://127.0.0.1:" + stick.port())
                    .keys(TestKeys.keys())
                    .build();
            try (SmallHost host = new SmallHost(config, store)) {
                LockDriver lock = host.lock(NODE);
                await(lock.capabilities());
                assertEquals(new Cost(6, 6), cost(stick), "as in the clear, what is supported encrypted, and a nonce");
                assertEquals(10, await(lock.readAll()).users().size());
                assertEquals(new Cost(20, 20), cost(stick), "as in the clear");
                await(lock.checksum());
                assertEquals(new Cost(1, 1), cost(stick));
                assertEquals(Outcome.CONFIRMED, await(lock.writeUser(WriteMode.ADD, ann())));
                assertEquals(new Cost(1, 1), cost(stick));
                assertEquals(Outcome.CONFIRMED, await(lock.writeCredential(WriteMode.ADD, pin(1, 1, "47116029"))));
                assertEquals(new Cost(1, 1), cost(stick));
                assertEquals(Outcome.CONFIRMED, await(lock.writeCredential(WriteMode.MODIFY, pin(1, 1, "47126029"))));
                assertEquals(new Cost(1, 1), cost(stick));
                stick.restart(NODE);
                assertEquals(Outcome.CONFIRMED, await(lock.writeCredential(WriteMode.MODIFY, pin(1, 1, "47136029"))));
                assertEquals(new Cost(3, 3), cost(stick), "unreadable, then with the new SPAN, too long for one frame");
            }
            try (SmallHost again = new SmallHost(config, store)) {
                await(again.lock(NODE).capabilities());
                assertEquals(new Cost(0, 0), cost(stick), "a restart asks a known lock nothing");
                LockDriver lock = again.lock(NODE);
                assertEquals(Outcome.CONFIRMED, await(lock.writeCredential(WriteMode.MODIFY, pin(1, 1, "47146029"))));
                assertEquals(new Cost(3, 3), cost(stick), "a nonce, and the command with the new SPAN in two segments");
                assertEquals(Outcome.CONFIRMED, await(lock.writeCredential(WriteMode.MODIFY, pin(1, 1, "47156029"))));
                assertEquals(new Cost(1, 1), cost(stick), "and then as ever");
            }
        }
    }

    private static UserWrite ann() {
        return new UserWrite(User.general(1, Optional.of("Ann")), Optional.empty());
    }

    /** Without the notifications by which a User Code lock tells of a change besides, whenever they come. */
    private static Cost cost(ZwaveJsStick stick) {
        JsonNode frames = stick.frames().at("/nodes/" + NODE);
        int notifications = frames.path("answers").path(NOTIFICATION_REPORT).intValue();
        return new Cost(
                frames.path("toNode").intValue(), frames.path("fromNode").intValue() - notifications);
    }

    private static CredentialWrite pin(int user, int slot, String code) {
        return new CredentialWrite(user, new Credential(CredentialType.PIN, slot), Secret.of(Pins.watch(code)));
    }
}
