/** A Z-Wave host over a serial stick and the door locks of its network. */
module org.lockcredentials.zwave {
    requires transitive org.lockcredentials;
    requires com.fazecast.jSerialComm;
    requires org.bouncycastle.provider;
    requires org.slf4j;
    requires static org.jspecify;

    exports org.lockcredentials.zwave;
    exports org.lockcredentials.zwave.inclusion;
    exports org.lockcredentials.zwave.port;
    exports org.lockcredentials.zwave.security;
}
