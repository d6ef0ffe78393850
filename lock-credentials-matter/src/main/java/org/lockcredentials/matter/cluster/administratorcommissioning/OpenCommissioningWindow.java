package org.lockcredentials.matter.cluster.administratorcommissioning;

import java.time.Duration;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Lets another administrator in by a passcode made for it (11.19.8.1).
 *
 * @param timeout 180 to 900 s
 * @param verifier 97 octets, of the passcode; lent for the length of the command
 * @param discriminator 0 to 4,095
 * @param iterations 1,000 to 100,000
 * @param salt 16 to 32 octets
 */
public record OpenCommissioningWindow(
        Duration timeout, Secret verifier, int discriminator, long iterations, byte[] salt) implements Command<Done> {

    static final CommandType<Done> TYPE = CommandType.of(
                    AdministratorCommissioning.CLUSTER, 0x00, "OpenCommissioningWindow")
            .whenTimed();

    @Override
    public CommandType<Done> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.unsigned(0, timeout.toSeconds())
                .secret(1, verifier)
                .unsigned(2, discriminator)
                .unsigned(3, iterations)
                .bytes(4, salt);
    }
}
