package org.lockcredentials.zwave.transport;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lockcredentials.internal.actor.Actor;

/** The sessions of one network, over the layers that are put below them. Touched by tasks of the network's actor only. */
public final class NodeSessions {

    private final Actor actor;
    private final Duration answerTime;
    private final Layer top;
    private final Map<Integer, NodeSession> sessions = new HashMap<>();

    /**
     * @param top the uppermost layer
     * @param answerTime how long a node that always listens may take to answer
     */
    public NodeSessions(Layer top, Actor actor, Duration answerTime) {
        this.actor = actor;
        this.answerTime = answerTime;
        this.top = top;
        top.deliverTo(this::received);
    }

    /** The session with a node, made on first use. */
    public NodeSession node(int nodeId) {
        return sessions.computeIfAbsent(nodeId, id -> new NodeSession(id, top, actor, answerTime));
    }

    /** Fails what was asked of a node until now with CLOSED. */
    public void giveUp(int nodeId, String why) {
        Optional.ofNullable(sessions.get(nodeId)).ifPresent(each -> each.giveUp(why));
    }

    /** Ends the session with a node that has left, with CLOSED; who comes by that number later is another one. */
    public void forget(int nodeId) {
        Optional.ofNullable(sessions.remove(nodeId)).ifPresent(each -> each.close("the node has left the network"));
    }

    /** Something that a node told about these command classes was dropped, since it came without the protection that it ought to have. */
    public void dropped(int nodeId, Collection<Integer> commandClasses) {
        NodeSession session = sessions.get(nodeId);
        if (session != null) {
            session.dropped(commandClasses);
        }
    }

    /** Fails what waits with CLOSED. */
    public void close() {
        List.copyOf(sessions.values()).forEach(each -> each.close("the network was closed"));
    }

    private void received(Envelope envelope) {
        NodeSession session = sessions.get(envelope.address().nodeId());
        if (session != null) {
            session.received(envelope);
        }
    }
}
