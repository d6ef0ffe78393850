package org.lockcredentials.matter.interaction;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a node took what it was asked to do (Matter Core Specification, 8.10.1).
 *
 * @param code 0 to 255; nodes may send codes that the specification does not name
 */
public record Status(int code) {

    public static final Status SUCCESS = new Status(0x00);

    /** The codes of the specification. */
    public enum Code {
        SUCCESS(0x00),
        FAILURE(0x01),
        INVALID_SUBSCRIPTION(0x7D),
        UNSUPPORTED_ACCESS(0x7E),
        UNSUPPORTED_ENDPOINT(0x7F),
        INVALID_ACTION(0x80),
        UNSUPPORTED_COMMAND(0x81),
        INVALID_COMMAND(0x85),
        UNSUPPORTED_ATTRIBUTE(0x86),
        CONSTRAINT_ERROR(0x87),
        UNSUPPORTED_WRITE(0x88),
        RESOURCE_EXHAUSTED(0x89),
        NOT_FOUND(0x8B),
        UNREPORTABLE_ATTRIBUTE(0x8C),
        INVALID_DATA_TYPE(0x8D),
        UNSUPPORTED_READ(0x8F),
        DATA_VERSION_MISMATCH(0x92),
        TIMEOUT(0x94),
        UNSUPPORTED_NODE(0x9B),
        BUSY(0x9C),
        ACCESS_RESTRICTED(0x9D),
        UNSUPPORTED_CLUSTER(0xC3),
        NO_UPSTREAM_SUBSCRIPTION(0xC5),
        NEEDS_TIMED_INTERACTION(0xC6),
        UNSUPPORTED_EVENT(0xC7),
        PATHS_EXHAUSTED(0xC8),
        TIMED_REQUEST_MISMATCH(0xC9),
        FAILSAFE_REQUIRED(0xCA),
        INVALID_IN_STATE(0xCB),
        NO_COMMAND_RESPONSE(0xCC),
        /** Any other number. */
        UNKNOWN(-1);

        private static final Map<Integer, Code> BY_NUMBER =
                Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(each -> each.number, Function.identity()));

        private final int number;

        Code(int number) {
            this.number = number;
        }
    }

    public static Status of(Code code) {
        return new Status(code.number & 0xFF);
    }

    /** The name of the specification for it. */
    public Code named() {
        return Code.BY_NUMBER.getOrDefault(code, Code.UNKNOWN);
    }

    public boolean is(Code expected) {
        return named() == expected;
    }

    public boolean isSuccess() {
        return code == 0;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s (0x%02X)", named(), code);
    }
}
