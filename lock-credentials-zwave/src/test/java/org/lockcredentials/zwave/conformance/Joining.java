package org.lockcredentials.zwave.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lockcredentials.zwave.host.SmallHost.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lockcredentials.spi.StateStore;
import org.lockcredentials.zwave.ZWaveBackend;
import org.lockcredentials.zwave.host.TestGuide;
import org.lockcredentials.zwave.inclusion.InclusionOptions;
import org.lockcredentials.zwave.inclusion.ZWaveNode;
import org.lockcredentials.zwave.peer.ZwaveJsStick;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.SecurityClass;

/** A lock gets its keys from the SDK, which makes them. */
final class Joining {

    private Joining() {}

    /** Somebody reads the PIN on the lock and compares the rest; a lock of Security 0 has none. */
    static void include(ZWaveBackend backend, ZwaveJsStick stick, LockKind kind) {
        boolean s0 = kind.highest().filter(SecurityClass.S0_LEGACY::equals).isPresent();
        Dsk.Whole dsk =
                (Dsk.Whole) Dsk.parse(stick.dsk(LockKind.NODE).path("dsk").asText());
        TestGuide guide = s0 ? TestGuide.silent() : TestGuide.telling(dsk.pin());
        InclusionOptions options = InclusionOptions.builder().allowS0(s0).build();
        ZWaveNode node = await(backend.include(options, guide.pressing(() -> stick.join(LockKind.NODE)))
                .node());
        assertEquals(kind.highest(), node.security());
        assertEquals(s0 ? "" : dsk.open(), guide.shown());
    }

    /** The keys that the SDK made, as other software reads them. */
    static Path keys(StateStore store, Path file) {
        List<String> places = store.keys("zwave").stream()
                .filter(key -> key.endsWith("/keys"))
                .toList();
        assertEquals(1, places.size());
        try {
            return Files.write(file, store.read(places.get(0)).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
