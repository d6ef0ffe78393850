package org.lockcredentials.matter.cluster.basicinformation;

import org.lockcredentials.matter.cluster.Attribute;
import org.lockcredentials.matter.cluster.EventType;
import org.lockcredentials.matter.cluster.WritableAttribute;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvWriter;

/** The attributes and events of the Basic Information cluster (11.1.5, 11.1.6). */
public final class BasicInformation {

    public static final long CLUSTER = 0x0028;

    /** The event that the node goes down (11.1.6.2). */
    public static final EventType<Boolean> SHUT_DOWN = new EventType<>(CLUSTER, 1, "ShutDown", in -> true);

    public static final Attribute<Integer> DATA_MODEL_REVISION =
            new Attribute<>(CLUSTER, 0x00, "DataModelRevision", TlvElement::u16);
    public static final Attribute<String> VENDOR_NAME = new Attribute<>(CLUSTER, 0x01, "VendorName", TlvElement::utf8);
    public static final Attribute<Integer> VENDOR_ID = new Attribute<>(CLUSTER, 0x02, "VendorID", TlvElement::u16);
    public static final Attribute<String> PRODUCT_NAME =
            new Attribute<>(CLUSTER, 0x03, "ProductName", TlvElement::utf8);
    public static final Attribute<Integer> PRODUCT_ID = new Attribute<>(CLUSTER, 0x04, "ProductID", TlvElement::u16);

    /** A name that the owner gives, up to 32 octets. */
    public static final WritableAttribute<String> NODE_LABEL =
            new WritableAttribute<>(new Attribute<>(CLUSTER, 0x05, "NodeLabel", TlvElement::utf8), TlvWriter::utf8);

    public static final Attribute<String> LOCATION = new Attribute<>(CLUSTER, 0x06, "Location", TlvElement::utf8);
    public static final Attribute<String> HARDWARE_VERSION_STRING =
            new Attribute<>(CLUSTER, 0x08, "HardwareVersionString", TlvElement::utf8);
    public static final Attribute<Long> SOFTWARE_VERSION =
            new Attribute<>(CLUSTER, 0x09, "SoftwareVersion", TlvElement::u32);
    public static final Attribute<String> SOFTWARE_VERSION_STRING =
            new Attribute<>(CLUSTER, 0x0A, "SoftwareVersionString", TlvElement::utf8);
    public static final Attribute<String> SERIAL_NUMBER =
            new Attribute<>(CLUSTER, 0x0F, "SerialNumber", TlvElement::utf8);
    public static final Attribute<String> UNIQUE_ID = new Attribute<>(CLUSTER, 0x12, "UniqueID", TlvElement::utf8);

    public static final EventType<StartUp> START_UP = new EventType<>(CLUSTER, 0, "StartUp", StartUp::decode);

    public static final EventType<Leave> LEAVE = new EventType<>(CLUSTER, 2, "Leave", Leave::decode);

    private BasicInformation() {}
}
