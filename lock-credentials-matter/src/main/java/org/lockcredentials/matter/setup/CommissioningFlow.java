package org.lockcredentials.matter.setup;

import java.util.Arrays;
import org.lockcredentials.internal.bytes.DecodeException;

/** What a person has to do before a device can be commissioned (Matter Core 5.1.3.1). */
public enum CommissioningFlow {
    /** Nothing: it waits for its administrator when it has power. */
    STANDARD(0),
    /** Press a button or the like. */
    USER_INTENT(1),
    /** Whatever the manufacturer says. */
    CUSTOM(2);

    private final int value;

    CommissioningFlow(int value) {
        this.value = value;
    }

    int value() {
        return value;
    }

    static CommissioningFlow of(int value) throws DecodeException {
        return Arrays.stream(values())
                .filter(flow -> flow.value == value)
                .findFirst()
                .orElseThrow(() -> new DecodeException("commissioning flow " + value + " is reserved"));
    }
}
