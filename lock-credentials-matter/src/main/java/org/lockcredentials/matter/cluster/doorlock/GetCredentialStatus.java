package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Asks whether a place is taken (5.2.10.22).
 *
 * @param credential where
 */
public record GetCredentialStatus(CredentialStruct credential) implements Command<GetCredentialStatusResponse> {

    static final CommandType<GetCredentialStatusResponse> TYPE = CommandType.of(
                    DoorLock.CLUSTER, 0x24, "GetCredentialStatus", 0x25, GetCredentialStatusResponse::decode)
            .whenRepeatable();

    @Override
    public CommandType<GetCredentialStatusResponse> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        CredentialStruct.write(out, Tag.of(0), credential);
    }
}
