package org.lockcredentials.zwave.command;

import java.util.Arrays;
import java.util.Optional;

/** The command classes that this host speaks, with the highest version it knows. */
public enum CommandClass {
    BASIC(0x20, "Basic", 1),
    DOOR_LOCK_LOGGING(0x4C, "Door Lock Logging", 1),
    SCHEDULE_ENTRY_LOCK(0x4E, "Schedule Entry Lock", 4),
    TRANSPORT_SERVICE(0x55, "Transport Service", 2),
    CRC_16_ENCAPSULATION(0x56, "CRC-16 Encapsulation", 1),
    MULTI_CHANNEL(0x60, "Multi Channel", 4),
    DOOR_LOCK(0x62, "Door Lock", 4),
    USER_CODE(0x63, "User Code", 2),
    SUPERVISION(0x6C, "Supervision", 2),
    CONFIGURATION(0x70, "Configuration", 1),
    NOTIFICATION(0x71, "Notification", 8),
    MANUFACTURER_SPECIFIC(0x72, "Manufacturer Specific", 2),
    BATTERY(0x80, "Battery", 3),
    CLOCK(0x81, "Clock", 1),
    USER_CREDENTIAL(0x83, "User Credential", 2),
    WAKE_UP(0x84, "Wake Up", 3),
    ASSOCIATION(0x85, "Association", 2),
    VERSION(0x86, "Version", 3),
    TIME(0x8A, "Time", 2),
    TIME_PARAMETERS(0x8B, "Time Parameters", 1),
    MULTI_CHANNEL_ASSOCIATION(0x8E, "Multi Channel Association", 3),
    MULTI_COMMAND(0x8F, "Multi Command", 1),
    SECURITY_0(0x98, "Security 0", 1),
    SECURITY_2(0x9F, "Security 2", 1),
    ACTIVE_SCHEDULE(0xA4, "Active Schedule", 1);

    private final int id;
    private final String title;
    private final int version;

    CommandClass(int id, String title, int version) {
        this.id = id;
        this.title = title;
        this.version = version;
    }

    public static Optional<CommandClass> of(int id) {
        return Arrays.stream(values()).filter(each -> each.id == id).findFirst();
    }

    /** The identifier on the wire. */
    public int id() {
        return id;
    }

    /** The name in the specification. */
    public String title() {
        return title;
    }

    /** The highest version that this host speaks; what a node has beyond it is not used. */
    public int version() {
        return version;
    }
}
