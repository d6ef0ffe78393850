package org.lockcredentials.matter.cluster.generalcommissioning;

import java.time.Duration;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * What a node allows a fail-safe (11.10.5.3).
 *
 * @param failSafeExpiry how long it should be armed for at a time
 * @param maxCumulativeFailSafe how long in all
 */
public record BasicCommissioningInfo(Duration failSafeExpiry, Duration maxCumulativeFailSafe) {

    static BasicCommissioningInfo read(TlvElement element) throws DecodeException {
        TlvStructure in = element.structure();
        return new BasicCommissioningInfo(Duration.ofSeconds(in.u16(0)), Duration.ofSeconds(in.u16(1)));
    }
}
