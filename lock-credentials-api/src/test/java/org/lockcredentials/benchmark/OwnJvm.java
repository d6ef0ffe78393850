package org.lockcredentials.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a virtual machine like this one, for what is measured from its start. */
public final class OwnJvm {

    /** As a small host would run it: no more heap than it needs, the collector that is made for that, and no log, as the peers have none. */
    public static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider");

    /** When the process was asked for, in milliseconds since 1970. */
    static final String STARTED = "benchmark.started";

    private OwnJvm() {}

    /** To be run at once: it counts from now. */
    public static List<String> command(Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-D" + STARTED + "=" + System.currentTimeMillis());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return command;
    }
}
