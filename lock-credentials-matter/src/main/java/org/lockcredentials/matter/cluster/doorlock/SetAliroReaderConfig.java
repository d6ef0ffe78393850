package org.lockcredentials.matter.cluster.doorlock;

import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Makes the lock an Aliro reader (5.2.10.26).
 *
 * @param signingKey 32 octets; lent for the length of the command
 * @param publicKey VerificationKey, 65 octets
 * @param groupIdentifier 16 octets
 * @param groupResolvingKey 16 octets, for readers over Bluetooth
 */
public record SetAliroReaderConfig(
        Secret signingKey, byte[] publicKey, byte[] groupIdentifier, Optional<Secret> groupResolvingKey)
        implements Command<Done> {

    static final CommandType<Done> TYPE =
            CommandType.of(DoorLock.CLUSTER, 0x28, "SetAliroReaderConfig").whenTimed();

    @Override
    public CommandType<Done> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.secret(0, signingKey);
        out.bytes(1, publicKey);
        out.bytes(2, groupIdentifier);
        out.optional(3, groupResolvingKey, TlvWriter::secret);
    }
}
