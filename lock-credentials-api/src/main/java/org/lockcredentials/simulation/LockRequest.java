package org.lockcredentials.simulation;

/** The kinds of question and of write that a simulated lock is asked, one for each method of its driver that reaches the lock. */
public enum LockRequest {
    READ_CAPABILITIES(false),
    READ_ALL(false),
    READ_CHECKSUM(false),
    READ_USER(false),
    READ_CREDENTIAL(false),
    COMPARE_CREDENTIAL(false),
    REVEAL_CREDENTIAL(false),
    READ_ADMIN_CODE(false),
    READ_SCHEDULES(false),
    READ_DOOR(false),
    WRITE_USER(true),
    SET_ENABLED(true),
    DELETE_USER(true),
    DELETE_ALL_USERS(true),
    WRITE_CREDENTIAL(true),
    DELETE_CREDENTIAL(true),
    ASSIGN_CREDENTIAL(true),
    LEARN(true),
    CANCEL_LEARNING(true),
    WRITE_ADMIN_CODE(true),
    WRITE_SCHEDULES(true),
    OPERATE_DOOR(true);

    private final boolean write;

    LockRequest(boolean write) {
        this.write = write;
    }

    /** True if it may change something at the lock. */
    public boolean isWrite() {
        return write;
    }
}
