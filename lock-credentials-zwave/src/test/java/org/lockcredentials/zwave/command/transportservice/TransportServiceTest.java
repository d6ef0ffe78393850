package org.lockcredentials.zwave.command.transportservice;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lockcredentials.zwave.command.Wire.assertReads;
import static org.lockcredentials.zwave.command.Wire.assertWire;

import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Wire;

/** Bytes made by @zwave-js/cc 15.29.0. */
class TransportServiceTest {

    @Test
    void segments() throws DecodeException {
        String first = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20212223242526";
        assertWire("55c130b0" + first + "5fee", new Segment.First(0x130, 11, Wire.secret(first)));
        assertWire(
                "55e130b1272728292a2b2c2d2e2f794f",
                new Segment.Subsequent(0x130, 11, 0x127, Wire.secret("2728292a2b2c2d2e2f")));
        assertReads("55c030b802aabb0001020304c39a", new Segment.First(0x30, 11, Wire.secret("0001020304")));
    }

    @Test
    void answers() throws DecodeException {
        assertWire("55c8b127", new SegmentControl.Request(11, 0x127));
        assertWire("55e8b0", new SegmentControl.Complete(11));
        assertWire("55f003", new SegmentControl.Wait(3));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThrows(DecodeException.class, () -> Wire.decode("55e130b1272728292a2b2c2d2e2f794e"));
        assertThrows(IllegalArgumentException.class, () -> new Segment.First(1, 0, Wire.secret("0001")));
        assertThrows(IllegalArgumentException.class, () -> new Segment.Subsequent(9, 0, 8, Wire.secret("0001")));
    }
}
