package org.lockcredentials.zwave.port;

import java.util.List;

/** The threads of ports that are alive now. */
final class PortThreads {

    private PortThreads() {}

    static List<String> of(String port) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("zwave-")
                        && thread.getName().endsWith(" " + port))
                .map(thread -> thread.getName() + (thread.isDaemon() ? "" : " (not a daemon)"))
                .sorted()
                .toList();
    }

    /** Waits for the last instructions of threads that have said they are done. */
    static boolean goneWithin(String port, long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        while (!of(port).isEmpty()) {
            if (System.nanoTime() > until) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }
}
