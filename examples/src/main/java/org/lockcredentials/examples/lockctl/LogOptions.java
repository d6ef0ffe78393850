package org.lockcredentials.examples.lockctl;

import picocli.CommandLine.Option;

/** How much is logged, on standard error; read by logback.xml when the first logger is made, which is after the options were. */
final class LogOptions {

    private static final String LEVEL = "lockctl.log";

    @Option(names = "-v", description = "Log what is done.")
    void verbose(boolean wanted) {
        if (wanted) {
            System.setProperty(LEVEL, "DEBUG");
        }
    }

    @Option(names = "--trace", description = "Log every frame, without what codes are in it.")
    void trace(boolean wanted) {
        if (wanted) {
            System.setProperty(LEVEL, "TRACE");
        }
    }
}
