package org.lockcredentials.matter.tlv;

/** An element within a structure or a list, with what it is called there. */
public record TlvMember(Tag tag, TlvElement element) {}
