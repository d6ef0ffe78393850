package org.lockcredentials.zwave.transport.stack;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.zwave.transport.MultiChannelLayer;
import org.lockcredentials.zwave.transport.NodeSession;
import org.lockcredentials.zwave.transport.NodeSessions;
import org.lockcredentials.zwave.transport.Radio;
import org.lockcredentials.zwave.transport.RadioLayer;
import org.lockcredentials.zwave.transport.SupervisionLayer;
import org.lockcredentials.zwave.transport.UnwrappingLayer;
import org.lockcredentials.zwave.transport.security.KeyRing;
import org.lockcredentials.zwave.transport.security.NodeSecurity;
import org.lockcredentials.zwave.transport.security.SecurityLayer;
import org.lockcredentials.zwave.transport.segment.SegmentLayer;

/** All layers of one network over its radio. Touched by tasks of the network's actor only. */
public final class TransportStack {

    private final RadioLayer air;
    private final SegmentLayer segments;
    private final SecurityLayer security;
    private final SupervisionLayer supervision;
    private final NodeSessions sessions;

    /**
     * @param answerTime how long a node that always listens may take to answer
     * @param supported the command classes with which this host answers questions of nodes
     */
    public TransportStack(Radio radio, Actor actor, Duration answerTime, SecureRandom random, List<Integer> supported) {
        this.air = new RadioLayer(radio);
        this.segments = new SegmentLayer(air, actor);
        this.security = new SecurityLayer(UnwrappingLayer.crc16(segments), actor, random, supported);
        this.supervision = new SupervisionLayer(new MultiChannelLayer(security), actor);
        this.sessions = new NodeSessions(UnwrappingLayer.multiCommand(supervision), actor, answerTime);
        security.tellDropped(sessions::dropped);
    }

    /** Takes note of the network, before any node is described. The keys are wiped by whoever made them. */
    public void use(int homeId, int ownNodeId, KeyRing keys) {
        segments.use(ownNodeId);
        security.use(homeId, ownNodeId, keys);
    }

    /** Takes note of how a node is spoken to. What was asked of one with security does not go to it without. */
    public void describe(int nodeId, NodeSecurity known) {
        if (known.granted().isEmpty() && !security.of(nodeId).granted().isEmpty()) {
            sessions.giveUp(nodeId, "the node is no longer spoken to securely");
        }
        segments.describe(nodeId, known.segments());
        security.describe(nodeId, known);
    }

    /** How a node is spoken to. */
    public NodeSecurity security(int nodeId) {
        return security.of(nodeId);
    }

    /** Forgets a node that has left. */
    public void forget(int nodeId) {
        sessions.forget(nodeId);
        supervision.forget(nodeId);
        security.forget(nodeId);
        segments.forget(nodeId);
    }

    /** Where nodes are given their keys. */
    public SecurityLayer security() {
        return security;
    }

    /** The session with a node, made on first use. */
    public NodeSession node(int nodeId) {
        return sessions.node(nodeId);
    }

    /** Fails what waits with CLOSED; nothing is sent or heard any more. */
    public void close() {
        sessions.close();
        supervision.close();
        security.close();
        segments.close();
        air.close();
    }
}
