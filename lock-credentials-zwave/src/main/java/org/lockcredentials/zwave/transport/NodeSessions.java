package org.lockcredentials.zwave.transport;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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

    /** Fails what waits with CLOSED. */
    public void close() {
        sessions.values().forEach(NodeSession::close);
    }

    private void received(Envelope envelope) {
        NodeSession session = sessions.get(envelope.address().nodeId());
        if (session != null) {
            session.received(envelope);
        }
    }
}
