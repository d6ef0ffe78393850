package org.lockcredentials.zwave.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lockcredentials.zwave.host.SmallHost.await;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Outcome;
import org.lockcredentials.Secret;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.testing.Pins;
import org.lockcredentials.zwave.host.MemoryStore;
import org.lockcredentials.zwave.host.SmallHost;
import org.lockcredentials.zwave.peer.ZwaveJsStick;

/** Locks that list Supervision and do not bear it are spoken to without, after a restart too. */
final class ShippedLockIT {

    private static final String SUPERVISED_SET = "6C01>6301";
    private static final String PLAIN_SET = "6301";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Schlage BE469ZP, 0x003B, 0x0001, 0x0469, 6301",
        "Kwikset HC620,   0x0090, 0x0811, 0x03A8, 6301",
        "Yale module,     0x0129, 0x0007, 0x0001, 6301",
        "any other,       0x0129, 0x0006, 0x0001, 6C01>6301"
    })
    void supervision(String name, int maker, int type, int id, String set) {
        MemoryStore store = new MemoryStore();
        try (ZwaveJsStick stick = ZwaveJsStick.start(
                "{'nodes':[{'id':2,'manufacturer':%d,'productType':%d,'productId':%d,'userCode':{}}]}"
                        .formatted(maker, type, id))) {
            for (int slot = 1; slot <= 2; slot++) {
                try (SmallHost host = SmallHost.at(stick.port(), store)) {
                    stick.frames();
                    assertEquals(Outcome.CONFIRMED, await(host.lock(2).writeCredential(WriteMode.ADD, pin(slot))));
                    JsonNode commands = stick.frames().at("/nodes/2/commands");
                    assertEquals(1, commands.path(set).intValue());
                    String other = set.equals(PLAIN_SET) ? SUPERVISED_SET : PLAIN_SET;
                    assertEquals(0, commands.path(other).intValue());
                }
            }
        }
    }

    private static CredentialWrite pin(int slot) {
        String code = Pins.watch(slot + "0086029");
        return new CredentialWrite(slot, new Credential(CredentialType.PIN, slot), Secret.of(code));
    }
}
