package org.lockcredentials.matter.cluster.doorlock;

import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Asks who is at an index (5.2.10.17).
 *
 * @param userIndex from 1
 */
public record GetUser(int userIndex) implements Command<GetUserResponse> {

    static final CommandType<GetUserResponse> TYPE = CommandType.of(
                    DoorLock.CLUSTER, 0x1B, "GetUser", 0x1C, GetUserResponse::decode)
            .whenRepeatable();

    @Override
    public CommandType<GetUserResponse> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.unsigned(0, userIndex);
    }
}
