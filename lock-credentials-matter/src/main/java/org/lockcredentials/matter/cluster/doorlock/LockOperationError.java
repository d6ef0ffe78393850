package org.lockcredentials.matter.cluster.doorlock;

import java.util.List;
import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.cluster.Coded;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * The bolt was to move and did not (5.2.11.4).
 *
 * @param operation empty for a number that only later revisions know
 * @param userIndex empty if no user is known
 * @param fabricIndex empty unless it was asked for over the network
 * @param sourceNode unsigned; empty unless it was asked for over the network
 * @param credentials those that were shown
 */
public record LockOperationError(
        Optional<LockOperationType> operation,
        OperationSource source,
        OperationError error,
        Optional<Integer> userIndex,
        Optional<Integer> fabricIndex,
        Optional<Long> sourceNode,
        List<CredentialStruct> credentials) {

    static LockOperationError decode(TlvStructure in) throws DecodeException {
        return new LockOperationError(
                in.optional(0, Coded.known(LockOperationType.class)).flatMap(each -> each),
                Coded.reading(OperationSource.class, OperationSource.UNSPECIFIED)
                        .read(in.element(1)),
                Coded.reading(OperationError.class, OperationError.UNSPECIFIED).read(in.element(2)),
                in.optional(3, TlvElement::u16),
                in.optional(4, TlvElement::u8),
                in.optional(5, TlvElement::u64),
                in.optional(6, list -> list.array().each(CredentialStruct::read))
                        .orElse(List.of()));
    }
}
