package org.lockcredentials.matter.discovery.mdns;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.MembershipKey;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The socket of multicast DNS for one family of addresses, in its group on every interface. */
final class GroupSocket {

    static final int PORT = 5353;

    private static final Logger log = LoggerFactory.getLogger(GroupSocket.class);
    private static final int HOP_LIMIT = 255;
    private static final byte[] IPV4_GROUP = {(byte) 224, 0, 0, (byte) 251};
    private static final byte[] IPV6_GROUP = {(byte) 0xFF, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xFB};

    private final DatagramChannel channel;
    private final boolean isIpv6;
    private final Map<Integer, MembershipKey> joined = new HashMap<>();

    GroupSocket(DatagramChannel channel, boolean isIpv6) {
        this.channel = channel;
        this.isIpv6 = isIpv6;
    }

    /** Empty if this host has no such family. */
    static Optional<GroupSocket> open(ProtocolFamily family, Selector selector) {
        try {
            DatagramChannel channel = DatagramChannel.open(family);
            try {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, HOP_LIMIT);
                channel.configureBlocking(false);
                bind(channel);
                GroupSocket socket = new GroupSocket(channel, family == StandardProtocolFamily.INET6);
                channel.register(selector, SelectionKey.OP_READ, socket);
                return Optional.of(socket);
            } catch (IOException failed) {
                channel.close();
                throw failed;
            }
        } catch (IOException | UnsupportedOperationException none) {
            log.debug("no multicast DNS over {}: {}", family, none.getMessage());
            return Optional.empty();
        }
    }

    /** Where another process keeps the port to itself, any port will do: then answers come to this one alone (RFC 6762 6.7). */
    private static void bind(DatagramChannel channel) throws IOException {
        try {
            channel.bind(new InetSocketAddress(PORT));
        } catch (BindException taken) {
            channel.bind(new InetSocketAddress(0));
        }
    }

    /** Reads one message into the buffer; null if there is none. */
    @Nullable
    InetSocketAddress receive(ByteBuffer buffer) throws IOException {
        return (InetSocketAddress) channel.receive(buffer);
    }

    boolean isOf(InetAddress source) {
        return isIpv6 == source instanceof Inet6Address;
    }

    void join(Links links) {
        joined.values().removeIf(key -> !key.isValid());
        for (Links.Link link : links.all()) {
            MembershipKey old = joined.get(link.index());
            if (isOn(link) && (old == null || !old.networkInterface().equals(link.itself()))) {
                join(link, Optional.ofNullable(old));
            }
        }
    }

    void send(byte[] message, Links.Link link) {
        if (!isOn(link)) {
            return;
        }
        try {
            channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, link.itself());
            channel.send(ByteBuffer.wrap(message), new InetSocketAddress(group(link.index()), PORT));
        } catch (IOException unreachable) {
            log.debug("no question by {}: {}", link.itself().getName(), unreachable.getMessage());
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            log.debug("closing a socket of multicast DNS: {}", alreadyGone.getMessage());
        }
    }

    private boolean isOn(Links.Link link) {
        return isIpv6 ? link.hasIpv6() : link.hasIpv4();
    }

    private void join(Links.Link link, Optional<MembershipKey> old) {
        try {
            old.ifPresent(MembershipKey::drop);
            joined.put(link.index(), channel.join(group(link.index()), link.itself()));
        } catch (IOException | IllegalArgumentException | IllegalStateException refused) {
            log.debug("{} is not heard: {}", link.itself().getName(), refused.getMessage());
        }
    }

    private InetAddress group(int link) throws IOException {
        return isIpv6 ? Inet6Address.getByAddress(null, IPV6_GROUP, link) : InetAddress.getByAddress(IPV4_GROUP);
    }
}
