package org.lockcredentials.matter.cluster.doorlock;

import java.util.List;
import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.cluster.Coded;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * Who is at an index (5.2.10.18). Old locks leave out what is null; a number that only later revisions know reads as null.
 *
 * @param userStatus empty for an index that is free
 * @param credentials in the order of the lock
 * @param creatorFabricIndex empty if no fabric made the user
 * @param nextUserIndex the next one that is taken
 */
public record GetUserResponse(
        int userIndex,
        Optional<String> userName,
        Optional<Long> userUniqueId,
        Optional<UserStatus> userStatus,
        Optional<UserType> userType,
        Optional<CredentialRule> credentialRule,
        List<CredentialStruct> credentials,
        Optional<Integer> creatorFabricIndex,
        Optional<Integer> lastModifiedFabricIndex,
        Optional<Integer> nextUserIndex) {

    static GetUserResponse decode(TlvStructure in) throws DecodeException {
        return new GetUserResponse(
                in.u16(0),
                in.optional(1, TlvElement::utf8),
                in.optional(2, TlvElement::u32),
                in.optional(3, Coded.known(UserStatus.class)).flatMap(each -> each),
                in.optional(4, Coded.known(UserType.class)).flatMap(each -> each),
                in.optional(5, Coded.known(CredentialRule.class)).flatMap(each -> each),
                in.optional(6, list -> list.array().each(CredentialStruct::read))
                        .orElse(List.of()),
                in.optional(7, TlvElement::u8),
                in.optional(8, TlvElement::u8),
                in.optional(9, TlvElement::u16));
    }
}
