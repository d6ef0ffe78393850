package org.lockcredentials.zwave.inclusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.SecurityClass;

/** The codes are the examples of SDS13937 §3.3. */
final class SmartStartCodeTest {

    static final String DIMMER =
            "900132782003515253545541424344453132333435212223242500100435301537022065520001000000300578";
    static final String LOCK =
            "900134623007515253545541424344453132333435212223242500101638700768022065521010000001700288"
                    + "0642002122232425414243444511121314153132333435";
    private static final Dsk KEY = Dsk.parse("51525-35455-41424-34445-31323-33435-21222-32425");

    @Test
    void aDimmerTellsItsKeyAndItsProduct() throws Exception {
        SmartStartCode code = SmartStartCode.decode(DIMMER);
        assertTrue(code.smartStart());
        assertEquals(KEY, code.dsk());
        assertEquals(Set.of(SecurityClass.S2_UNAUTHENTICATED, SecurityClass.S2_AUTHENTICATED), code.requested(false));
        assertEquals(Optional.of(new SmartStartCode.Product(0xFFF0, 100, 3, 0x0242)), code.product());
        assertFalse(code.supportsLongRange());
        assertEquals(DIMMER, code.encode());
    }

    @Test
    void aLockWithMoreInformationReadsTheSame() throws Exception {
        SmartStartCode code = SmartStartCode.decode(" " + LOCK.substring(0, 40) + "\n" + LOCK.substring(40));
        assertEquals(7, code.requestedKeys());
        assertEquals(
                Set.of(SecurityClass.S2_AUTHENTICATED_LR, SecurityClass.S2_ACCESS_CONTROL_LR), code.requested(true));
        assertEquals(3, code.information().size());
        assertEquals(LOCK, code.encode());
    }

    @Test
    void aLongRangeNodeTellsItsProtocols() throws Exception {
        SmartStartCode code = SmartStartCode.decode(DIMMER);
        List<SmartStartCode.Information> protocols =
                List.of(new SmartStartCode.Information(SmartStartCode.Information.SUPPORTED_PROTOCOLS, false, "03"));
        SmartStartCode far =
                SmartStartCode.decode(new SmartStartCode(true, code.requestedKeys(), code.dsk(), protocols).encode());
        assertTrue(far.supportsLongRange());
        assertEquals(Optional.empty(), far.product());
    }

    @Test
    void aCodeForInclusionByHandSaysSo() throws Exception {
        assertFalse(SmartStartCode.decode("9000" + DIMMER.substring(4)).smartStart());
    }

    @Test
    void whatIsNoCodeIsRefusedWithoutRepeatingIt() throws Exception {
        SmartStartCode code = SmartStartCode.decode(DIMMER);
        String critical = new SmartStartCode(
                        true, 3, code.dsk(), List.of(new SmartStartCode.Information(40, true, "1")))
                .encode();
        for (String wrong : List.of(
                "",
                "90",
                "91" + DIMMER.substring(2),
                "9002" + DIMMER.substring(4),
                DIMMER.substring(0, 60),
                DIMMER.replace("51525", "51526"),
                DIMMER.replace("3", "x"),
                critical)) {
            String message = String.valueOf(assertThrows(DecodeException.class, () -> SmartStartCode.decode(wrong))
                    .getMessage());
            assertFalse(message.contains("5152"), message);
        }
        SmartStartCode unknown =
                new SmartStartCode(true, 3, code.dsk(), List.of(new SmartStartCode.Information(40, false, "1")));
        assertEquals(unknown, SmartStartCode.decode(unknown.encode()));
    }

    @Test
    void showsNoPin() throws Exception {
        assertFalse(SmartStartCode.decode(LOCK).toString().contains("51525"));
    }
}
