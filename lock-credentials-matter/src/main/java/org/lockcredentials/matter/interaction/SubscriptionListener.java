package org.lockcredentials.matter.interaction;

/** Hears what a subscription brings; a task of the controller's actor. */
public interface SubscriptionListener {

    /** What things are like at the start, all at once; later, what changed. May be empty: the node is there. */
    void reported(ReportedData data);

    /** The node was silent for longer than it said that it would be; nothing more comes. */
    void silent();
}
