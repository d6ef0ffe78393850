package org.lockcredentials.zwave.command.usercredential;

import org.lockcredentials.zwave.command.Range;

/** How far enrolling a credential at the lock is (User Credential CC v1, Credential Learn Report). */
public record LearnStatus(int code) {

    public static final LearnStatus STARTED = new LearnStatus(0x00);
    public static final LearnStatus SUCCESS = new LearnStatus(0x01);
    public static final LearnStatus ALREADY_IN_PROGRESS = new LearnStatus(0x02);
    /** Ended for another reason than its time-out. */
    public static final LearnStatus ENDED = new LearnStatus(0x03);

    public static final LearnStatus TIMEOUT = new LearnStatus(0x04);
    public static final LearnStatus STEP_RETRY = new LearnStatus(0x05);
    /** The slot is taken. */
    public static final LearnStatus INVALID_ADD = new LearnStatus(0xFE);
    /** The slot is empty. */
    public static final LearnStatus INVALID_MODIFY = new LearnStatus(0xFF);

    public LearnStatus {
        Range.u8("learn status", code);
    }
}
