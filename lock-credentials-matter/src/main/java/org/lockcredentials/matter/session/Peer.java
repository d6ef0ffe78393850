package org.lockcredentials.matter.session;

import java.net.InetSocketAddress;

/**
 * Where the other end of a session is, and whether it is likely to listen.
 *
 * <p>Used by tasks of one actor only.
 */
public final class Peer {

    private InetSocketAddress address;
    private SessionParameters parameters;
    private boolean heard;
    private long heardAt;

    /** A node that was not heard yet. */
    public Peer(InetSocketAddress address, SessionParameters parameters) {
        this.address = address;
        this.parameters = parameters;
    }

    /** Where its last genuine message came from, or else where it is said to be. */
    public InetSocketAddress address() {
        return address;
    }

    public SessionParameters parameters() {
        return parameters;
    }

    /** Takes note of what the node said of itself. */
    public void parameters(SessionParameters told) {
        this.parameters = told;
    }

    /** Takes note that the node is at this address. */
    void moved(InetSocketAddress to) {
        address = to;
    }

    /** Takes note that a message of the node arrived. */
    void heard(long nanoTime) {
        heard = true;
        heardAt = nanoTime;
    }

    /** True if a message of the node arrived after this time. */
    public boolean wasHeardSince(long nanoTime) {
        return heard && heardAt - nanoTime > 0;
    }

    /** PeerActiveMode, section 4.12.8: true for some time after each message of the node. */
    public boolean isActive(long nanoTime) {
        return heard && nanoTime - heardAt < parameters.activeThreshold().toNanos();
    }
}
