package org.lockcredentials.zwave.transport.security;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.lockcredentials.zwave.command.security2.Extension;
import org.lockcredentials.zwave.command.security2.S2Message;

/** Of the messages that came while there was no key for them, the last that begins a SPAN and the last that followed it. */
final class Unopened {

    private final Deque<S2Message> held = new ArrayDeque<>();

    void hold(S2Message message) {
        boolean begins = message.extensions().stream().anyMatch(each -> each.type() == Extension.SPAN);
        if (begins) {
            held.clear();
        } else if (held.size() > 1) {
            held.removeLast();
        }
        held.addLast(message);
    }

    /** All of them, which are held no longer. */
    List<S2Message> take() {
        List<S2Message> taken = List.copyOf(held);
        held.clear();
        return taken;
    }
}
