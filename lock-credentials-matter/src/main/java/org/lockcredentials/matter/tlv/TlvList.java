package org.lockcredentials.matter.tlv;

import java.util.List;
import java.util.Optional;

/** Members in an order that matters, with or without tags; a tag may stand more than once. */
public record TlvList(List<TlvMember> members) implements TlvElement {

    public TlvList {
        members = List.copyOf(members);
    }

    /** The first member with this context tag; empty if there is none or it is null. */
    public Optional<TlvElement> optional(int tag) {
        Tag wanted = Tag.of(tag);
        return members.stream()
                .filter(member -> member.tag().equals(wanted))
                .map(TlvMember::element)
                .findFirst()
                .filter(element -> !(element instanceof Null));
    }

    /** The members as a structure has them, for lists that are read by tag; the first of each tag counts. */
    public TlvStructure asStructure() {
        return new TlvStructure(members);
    }

    @Override
    public void wipe() {
        members.forEach(member -> member.element().wipe());
    }
}
