package org.lockcredentials.zwave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lockcredentials.zwave.security.SecurityClass.S0_LEGACY;
import static org.lockcredentials.zwave.security.SecurityClass.S2_ACCESS_CONTROL;
import static org.lockcredentials.zwave.security.SecurityClass.S2_AUTHENTICATED;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClasses;
import org.lockcredentials.zwave.command.NodeInformation;
import org.lockcredentials.zwave.command.security0.S0Commands;
import org.lockcredentials.zwave.command.security2.S2Commands;
import org.lockcredentials.zwave.security.Protection;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.transport.Address;
import org.lockcredentials.zwave.transport.Delivery;
import org.lockcredentials.zwave.transport.Envelope;
import org.lockcredentials.zwave.transport.Layer;
import org.lockcredentials.zwave.transport.NodeKind;
import org.lockcredentials.zwave.transport.NodeSession;
import org.lockcredentials.zwave.transport.NodeSessions;
import org.lockcredentials.zwave.transport.TransportException;
import org.lockcredentials.zwave.transport.security.NodeSecurity;

/** No answer that is lost makes a node's security less: it answers in every class that it has, with nothing in those below its highest. */
final class SecurityInterviewTest {

    private static final int NODE = 7;
    private static final List<Integer> OF_A_LOCK = List.of(0x62, 0x63);
    private static final List<Integer> NOTHING = List.of();
    private static final NodeInformation HIDES = new NodeInformation(Set.of(0x5E, 0x98, 0x9F), Set.of());

    private final ManualScheduler time = new ManualScheduler();
    private final Node node = new Node();
    private final NodeSession session =
            new NodeSessions(node, new Actor(time.executor(), time), Duration.ofSeconds(5)).node(NODE);
    private NodeSecurity described = NodeSecurity.none();

    @Test
    void aLostAnswerInTheHighestClassIsAskedForAgain() {
        node.tells(S2_ACCESS_CONTROL, OF_A_LOCK).tells(S0_LEGACY, NOTHING).loses(S2_ACCESS_CONTROL, 2);
        SecurityInterview.Found found = found(Grants.of(Set.of(S2_ACCESS_CONTROL, S0_LEGACY)));
        assertEquals(Optional.of(S2_ACCESS_CONTROL), found.security().highest());
        assertEquals(Set.of(0x5E, 0x98, 0x9F, 0x62, 0x63), found.supported().supported());
    }

    @Test
    void silenceInTheClassThatWasGrantedIsNoLowerClass() {
        node.tells(S2_ACCESS_CONTROL, OF_A_LOCK).tells(S0_LEGACY, NOTHING).loses(S2_ACCESS_CONTROL, 99);
        assertUnreachable(Grants.of(Set.of(S2_ACCESS_CONTROL, S0_LEGACY)));
        assertEquals(Optional.of(S2_ACCESS_CONTROL), described.highest(), "it goes on to be spoken to in its class");
    }

    @Test
    void anEmptyAnswerBelowASilentClassSaysNothing() {
        node.tells(S2_ACCESS_CONTROL, OF_A_LOCK).tells(S0_LEGACY, NOTHING).loses(S2_ACCESS_CONTROL, 99);
        assertUnreachable(Grants.among(Set.of(S2_ACCESS_CONTROL, S2_AUTHENTICATED, S0_LEGACY)));
    }

    @Test
    void aLockThatListsItselfInTheClearIsNotTakenForOneWithoutSecurityEither() {
        node.tells(S2_ACCESS_CONTROL, OF_A_LOCK).tells(S0_LEGACY, NOTHING).loses(S2_ACCESS_CONTROL, 99);
        assertUnreachable(
                Grants.among(Set.of(S2_ACCESS_CONTROL, S0_LEGACY)),
                new NodeInformation(Set.of(0x62, 0x98, 0x9F), Set.of()));
    }

    @Test
    void theHighestOfTheNetworksClassesIsTheFirstThatTellsSomething() {
        node.tells(S2_AUTHENTICATED, OF_A_LOCK).tells(S0_LEGACY, NOTHING).loses(S2_AUTHENTICATED, 1);
        SecurityInterview.Found found = found(Grants.among(Set.of(S2_ACCESS_CONTROL, S2_AUTHENTICATED, S0_LEGACY)));
        assertEquals(Set.of(S2_AUTHENTICATED), found.security().granted());
    }

    @Test
    void aNodeThatSupportsNothingSecurelyKeepsItsClass() {
        node.tells(S2_ACCESS_CONTROL, NOTHING).tells(S0_LEGACY, NOTHING);
        SecurityInterview.Found found = found(Grants.among(Set.of(S2_ACCESS_CONTROL, S0_LEGACY)));
        assertEquals(Set.of(S2_ACCESS_CONTROL), found.security().granted());
    }

    private SecurityInterview.Found found(Grants grants) {
        CompletableFuture<SecurityInterview.Found> found = run(grants, HIDES);
        return found.join();
    }

    private void assertUnreachable(Grants grants) {
        assertUnreachable(grants, HIDES);
    }

    private void assertUnreachable(Grants grants, NodeInformation clear) {
        Throwable failure = assertThrows(CompletionException.class, run(grants, clear)::join)
                .getCause();
        assertEquals(TransportException.Kind.UNREACHABLE, ((TransportException) failure).kind());
    }

    private CompletableFuture<SecurityInterview.Found> run(Grants grants, NodeInformation clear) {
        session.describe(NodeKind.FREQUENTLY_LISTENING, Set.of());
        CompletableFuture<SecurityInterview.Found> found =
                new SecurityInterview(session, NODE, true, grants, security -> described = security).run(clear);
        time.advanceUntilDone(found.handle((done, failure) -> done), Duration.ofMinutes(5));
        return found;
    }

    /** Gets every question and answers in the classes that it has. */
    private static final class Node implements Layer {

        private final Map<SecurityClass, List<Integer>> told = new EnumMap<>(SecurityClass.class);
        private final Map<SecurityClass, Integer> lost = new EnumMap<>(SecurityClass.class);
        private Consumer<? super Envelope> above = envelope -> {};

        Node tells(SecurityClass securityClass, List<Integer> classes) {
            told.put(securityClass, classes);
            return this;
        }

        void loses(SecurityClass securityClass, int answers) {
            lost.put(securityClass, answers);
        }

        @Override
        public CompletableFuture<Delivery> send(Envelope envelope) {
            Protection protection = envelope.options().protection().orElseThrow();
            SecurityClass in = ((Protection.Network) protection).securityClass();
            if (told.containsKey(in) && lost.merge(in, -1, Integer::sum) < 0) {
                Command report = in.isS2()
                        ? new S2Commands.Report(told.get(in))
                        : new S0Commands.Report(0, CommandClasses.supporting(told.get(in)));
                above.accept(Envelope.from(new Address(NODE, 0), report, protection));
            }
            return CompletableFuture.completedFuture(Delivery.RECEIVED);
        }

        @Override
        public int room(Address address) {
            return 46;
        }

        @Override
        public void deliverTo(Consumer<? super Envelope> listener) {
            above = listener;
        }
    }
}
