package org.lockcredentials.zwave.lock.schedule;

/** A schedule that a lock cannot hold as it is meant; the message says why, for a person. */
final class InexpressibleException extends Exception {

    private static final long serialVersionUID = 1L;

    InexpressibleException(String message) {
        super(message);
    }
}
