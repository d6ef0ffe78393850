package org.lockcredentials.matter.message;

/** Why a datagram changed nothing. */
public enum Dropped {
    /** It has not the form of a message, or is longer than any. */
    MALFORMED,
    /** It names a session that is not, or no longer, open. */
    UNKNOWN_SESSION,
    /** Its tag does not fit the session's key. */
    FORGED,
    /** It was received before; it is acknowledged again if it wants to be. */
    REPLAYED,
    /** Too much of its exchange, or of all that came, is unread; it is not acknowledged and may come again. */
    NO_ROOM,
    /** It belongs to no exchange, and nobody takes such as begin one. */
    UNEXPECTED
}
