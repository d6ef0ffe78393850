package org.lockcredentials.matter.cluster.doorlock;

import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.cluster.Coded;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * A user, credential or schedule was added, changed or deleted (5.2.11.5).
 *
 * @param userIndex {@link DoorLock#ALL_USERS} for all
 * @param fabricIndex empty unless it was asked for over the network
 * @param dataIndex of the credential or schedule; {@link CredentialStruct#ALL} for all
 */
public record LockUserChange(
        LockDataType data,
        Optional<DataOperationType> operation,
        OperationSource source,
        Optional<Integer> userIndex,
        Optional<Integer> fabricIndex,
        Optional<Long> sourceNode,
        Optional<Integer> dataIndex) {

    static LockUserChange decode(TlvStructure in) throws DecodeException {
        return new LockUserChange(
                Coded.reading(LockDataType.class, LockDataType.UNSPECIFIED).read(in.element(0)),
                in.optional(1, Coded.known(DataOperationType.class)).flatMap(each -> each),
                Coded.reading(OperationSource.class, OperationSource.UNSPECIFIED)
                        .read(in.element(2)),
                in.optional(3, TlvElement::u16),
                in.optional(4, TlvElement::u8),
                in.optional(5, TlvElement::u64),
                in.optional(6, TlvElement::u16));
    }
}
