/** What every host sees of the lock credentials SDK, and the core that all backends share. */
module org.lockcredentials {
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports org.lockcredentials;
    exports org.lockcredentials.event;
    exports org.lockcredentials.manager;
    exports org.lockcredentials.plan;
    exports org.lockcredentials.schedule;
    exports org.lockcredentials.simulation;
    exports org.lockcredentials.slot;
    exports org.lockcredentials.spi;
    exports org.lockcredentials.store;
    exports org.lockcredentials.internal.actor to
            org.lockcredentials.zwave,
            org.lockcredentials.matter;
    exports org.lockcredentials.internal.bytes to
            org.lockcredentials.zwave,
            org.lockcredentials.matter;
}
