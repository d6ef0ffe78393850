package org.lockcredentials.matter.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.lockcredentials.peer.Installed;
import org.lockcredentials.peer.PeerProcess;

/**
 * Two network namespaces of this test's own with a cable between them, for what the loopback cannot do: multicast. {@code v0} is the near end,
 * {@code v1} the far one; each has a link-local address, fd11::1 or fd11::2, and 10.99.0.1 or 10.99.0.2. They need no privilege, where the system
 * lets users have namespaces.
 */
public final class TwoHosts implements AutoCloseable {

    private static final int START_SECONDS = 20;
    private static final int COMMAND_SECONDS = 10;

    /** Ends with its standard input, and the far end, a process that only holds its namespace, with it. */
    private static final String HOLD = """
            set -e
            ip link add v0 type veth peer name v1
            unshare -n sleep 900 & far=$!
            trap 'kill $far' EXIT
            until [ "$(readlink /proc/$far/ns/net)" != "$(readlink /proc/$$/ns/net)" ]; do sleep 0.05; done
            ip link set v1 netns $far
            end='ip link set lo up; echo 0 > /proc/sys/net/ipv6/conf/$0/accept_dad
              ip addr add fd11::$1/64 dev $0; ip addr add 10.99.0.$1/24 dev $0; ip link set $0 up'
            sh -ec "$end" v0 1
            nsenter -t $far -n sh -ec "$end" v1 2
            echo "ready $$ $far"
            cat > /dev/null
            """;

    private final PeerProcess holder;
    private final String near;
    private final String far;

    private TwoHosts(PeerProcess holder, String near, String far) {
        this.holder = holder;
        this.near = near;
        this.far = far;
    }

    /** Joins two hosts; skips the test where that is not permitted (on CI: fails it). */
    public static TwoHosts join() {
        for (String program : List.of("unshare", "nsenter", "ip")) {
            Installed.requireProgram(program, "install util-linux and iproute2");
        }
        PeerProcess holder = new PeerProcess("two-hosts", List.of("unshare", "-Urn", "sh", "-c", HOLD));
        try {
            String[] line = holder.next(START_SECONDS).split(" ");
            Assertions.assertEquals(3, line.length);
            return new TwoHosts(holder, line[1], line[2]);
        } catch (AssertionError notPermitted) {
            holder.close();
            Installed.absent("no network namespaces for this user: "
                    + notPermitted.getMessage().replace('\n', ' '));
            throw notPermitted;
        }
    }

    /** A command that runs on the near host. */
    public List<String> near(String... command) {
        return on(near, command);
    }

    /** A command that runs on the far host. */
    public List<String> far(String... command) {
        return on(far, command);
    }

    /** Runs a command of few words to its end. */
    public static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            Assertions.assertTrue(process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS), command::toString);
            Assertions.assertEquals(0, process.exitValue(), command::toString);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static List<String> on(String process, String... command) {
        List<String> all =
                new ArrayList<>(List.of("nsenter", "-t", process, "-U", "-n", "--preserve-credentials", "--"));
        all.addAll(List.of(command));
        return all;
    }

    @Override
    public void close() {
        holder.close();
    }
}
