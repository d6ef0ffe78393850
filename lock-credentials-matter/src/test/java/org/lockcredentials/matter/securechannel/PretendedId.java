package org.lockcredentials.matter.securechannel;

/** A member that answers in the place of another. */
record PretendedId(CaseMember member, long nodeId) implements MemberBehind {}
