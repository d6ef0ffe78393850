package org.lockcredentials.matter.cluster.doorlock;

import java.util.List;
import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.cluster.Coded;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * The bolt moved (5.2.11.3).
 *
 * @param operation empty for a number that only later revisions know
 * @param userIndex empty if no user is known
 * @param fabricIndex empty unless it was asked for over the network
 * @param sourceNode unsigned; empty unless it was asked for over the network
 * @param credentials those that were shown
 */
public record LockOperation(
        Optional<LockOperationType> operation,
        OperationSource source,
        Optional<Integer> userIndex,
        Optional<Integer> fabricIndex,
        Optional<Long> sourceNode,
        List<CredentialStruct> credentials) {

    static LockOperation decode(TlvStructure in) throws DecodeException {
        return new LockOperation(
                in.optional(0, Coded.known(LockOperationType.class)).flatMap(each -> each),
                Coded.reading(OperationSource.class, OperationSource.UNSPECIFIED)
                        .read(in.element(1)),
                in.optional(2, TlvElement::u16),
                in.optional(3, TlvElement::u8),
                in.optional(4, TlvElement::u64),
                in.optional(5, list -> list.array().each(CredentialStruct::read))
                        .orElse(List.of()));
    }
}
