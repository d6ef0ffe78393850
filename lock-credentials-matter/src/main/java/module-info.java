/** A Matter controller over UDP/IPv6 and the door locks of its fabric. */
module org.lockcredentials.matter {
    requires transitive org.lockcredentials;
    requires org.bouncycastle.provider;
    requires org.slf4j;
    requires static org.jspecify;

    exports org.lockcredentials.matter;
    exports org.lockcredentials.matter.policy;
}
