package org.lockcredentials.examples.lockctl;

import java.io.PrintWriter;
import java.util.function.Consumer;
import org.lockcredentials.event.LockEvent;

/** Shows long work as one line that overwrites itself, on a terminal only. */
final class ProgressLine implements Consumer<LockEvent> {

    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter terminal;
    private final boolean wanted;
    private boolean shown;

    ProgressLine(PrintWriter terminal, boolean wanted) {
        this.terminal = terminal;
        this.wanted = wanted;
    }

    @Override
    public synchronized void accept(LockEvent event) {
        if (!wanted || !(event instanceof LockEvent.Progress progress)) {
            return;
        }
        if (progress.done() >= progress.total()) {
            erase();
            return;
        }
        terminal.print(
                ERASE + progress.lock() + " " + progress.task() + " " + progress.done() + "/" + progress.total());
        terminal.flush();
        shown = true;
    }

    synchronized void erase() {
        if (shown) {
            terminal.print(ERASE);
            terminal.flush();
            shown = false;
        }
    }
}
