package org.lockcredentials.zwave.transport;

import org.lockcredentials.zwave.command.Command;

/** Hears what a node says, as tasks of the network's actor; returns at once. */
@FunctionalInterface
public interface NodeListener {

    /**
     * A command came.
     *
     * @param endpoint where from
     * @param answer whether it answers a question of ours; the report of a change is none
     */
    void heard(int endpoint, Command command, boolean answer);
}
