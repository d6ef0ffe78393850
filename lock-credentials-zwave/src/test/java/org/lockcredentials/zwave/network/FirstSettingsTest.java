package org.lockcredentials.zwave.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.association.Association;
import org.lockcredentials.zwave.command.association.Destinations;
import org.lockcredentials.zwave.command.association.MultiChannelAssociation;
import org.lockcredentials.zwave.command.time.DstChange;
import org.lockcredentials.zwave.command.time.LocalOffset;
import org.lockcredentials.zwave.command.time.TimeOffset;
import org.lockcredentials.zwave.command.version.CommandClassVersion;
import org.lockcredentials.zwave.command.wakeup.WakeUpInterval;
import org.lockcredentials.zwave.command.wakeup.WakeUpIntervalCapabilities;
import org.lockcredentials.zwave.localtime.LocalClock;
import org.lockcredentials.zwave.transport.CommandChannel;
import org.lockcredentials.zwave.transport.FakeAir;
import org.lockcredentials.zwave.transport.NodeKind;
import org.lockcredentials.zwave.transport.NodeSession;
import org.lockcredentials.zwave.transport.PlainStack;

/** What a node that has just joined has taken of its first settings, when all is said. */
final class FirstSettingsTest {

    private static final int HOST = 1;
    private static final int NODE = 7;
    private static final int DAY = 24 * 60 * 60;

    private final ManualScheduler time = new ManualScheduler();
    private final Node node = new Node();

    @Test
    void aNodeWithEndPointsReportsToTheRootDeviceOfTheHost() {
        node.lifeline(Destinations.node(HOST));
        node.versions.put(CommandClass.MULTI_CHANNEL_ASSOCIATION.id(), 3);
        make(CommandClass.ASSOCIATION, CommandClass.MULTI_CHANNEL, CommandClass.MULTI_CHANNEL_ASSOCIATION);
        assertEquals(Destinations.rootDevice(HOST), node.lifeline());
        assertEquals(0, node.heard(Association.class), "not by Association as well");
    }

    @Test
    void aNodeWithoutEndPointsOrOfAnEarlierVersionReportsToTheHost() {
        make(CommandClass.MULTI_CHANNEL_ASSOCIATION);
        assertEquals(Destinations.node(HOST), node.lifeline());
        node.lifeline(new Destinations(List.of(), List.of()));
        node.versions.put(CommandClass.MULTI_CHANNEL_ASSOCIATION.id(), 2);
        make(CommandClass.MULTI_CHANNEL, CommandClass.MULTI_CHANNEL_ASSOCIATION);
        assertEquals(Destinations.node(HOST), node.lifeline());
    }

    @Test
    void whatDidNotTakeIsSetOnceMore() {
        node.ignores = 1;
        make(CommandClass.ASSOCIATION);
        assertEquals(Destinations.node(HOST), node.lifeline());
    }

    @Test
    void aNodeThatNeverTakesItIsLeftAlone() {
        node.ignores = 99;
        make(CommandClass.ASSOCIATION);
        assertEquals(2, node.heard(Association.Set.class));
    }

    @Test
    void aNodeThatNeverWakesUpIsSetToWhatItCan() {
        node.versions.put(CommandClass.WAKE_UP.id(), 2);
        node.capabilities = Optional.of(new WakeUpIntervalCapabilities.Report(700, 50_000, 0, 1000, false));
        make(CommandClass.WAKE_UP);
        assertEquals(new WakeUpInterval.Report(49_700, HOST), node.interval);
        node.interval = new WakeUpInterval.Report(0, 0);
        node.capabilities = Optional.of(new WakeUpIntervalCapabilities.Report(0, 0, 0, 0, true));
        make(CommandClass.WAKE_UP);
        assertEquals(new WakeUpInterval.Report(0, HOST), node.interval, "it wakes up on demand only");
        node.interval = new WakeUpInterval.Report(0, 0);
        node.versions.put(CommandClass.WAKE_UP.id(), 1);
        make(CommandClass.WAKE_UP);
        assertEquals(new WakeUpInterval.Report(DAY, HOST), node.interval);
    }

    @Test
    void aNodeGoesOnWakingUpAsItDoes() {
        node.interval = new WakeUpInterval.Report(3600, 0);
        make(CommandClass.WAKE_UP);
        assertEquals(new WakeUpInterval.Report(3600, HOST), node.interval);
    }

    @Test
    void aNodeLearnsItsZoneWhereItHasOne() {
        node.versions.put(CommandClass.TIME.id(), 1);
        make(CommandClass.TIME);
        assertEquals(Optional.empty(), node.offset);
        node.versions.put(CommandClass.TIME.id(), 2);
        make(CommandClass.TIME);
        assertEquals(
                Optional.of(
                        new TimeOffset.Set(new LocalOffset(60, 60), new DstChange(3, 29, 2), new DstChange(10, 25, 3))),
                node.offset);
    }

    private void make(CommandClass... classes) {
        Set<Integer> ids = new LinkedHashSet<>();
        for (CommandClass each : classes) {
            ids.add(each.id());
        }
        FirstSettings settings = new FirstSettings(HOST, new LocalClock(ZoneId.of("Europe/Berlin")), time::now);
        CompletableFuture<Void> made = settings.make(NODE, node.channel(), ids);
        time.advanceUntilDone(made, Duration.ofMinutes(5));
    }

    /** Takes what it is told, and tells it. */
    private final class Node {

        private final Map<Integer, Integer> versions = new HashMap<>();
        private final List<Command> heard = new ArrayList<>();
        private final Set<Integer> members = new LinkedHashSet<>();
        private final Set<Destinations.EndPoint> endPoints = new LinkedHashSet<>();
        private Optional<WakeUpIntervalCapabilities.Report> capabilities = Optional.empty();
        private Optional<TimeOffset.Set> offset = Optional.empty();
        private WakeUpInterval.Report interval = new WakeUpInterval.Report(0, 0);
        private int ignores;

        CommandChannel channel() {
            FakeAir air = new FakeAir();
            air.play(sent -> take(sent.command()).stream().toList());
            NodeSession session =
                    PlainStack.over(air, new Actor(time.executor(), time)).node(NODE);
            session.describe(NodeKind.LISTENING, Set.of());
            return session.endpoint(0);
        }

        void lifeline(Destinations destinations) {
            members.clear();
            members.addAll(destinations.nodes());
            endPoints.clear();
            endPoints.addAll(destinations.endPoints());
        }

        Destinations lifeline() {
            return new Destinations(List.copyOf(members), List.copyOf(endPoints));
        }

        long heard(Class<? extends Command> kind) {
            return heard.stream().filter(kind::isInstance).count();
        }

        private Optional<Command> take(Command command) {
            heard.add(command);
            if (command instanceof CommandClassVersion.Get get) {
                return Optional.ofNullable(versions.get(get.requested()))
                        .map(version -> new CommandClassVersion.Report(get.requested(), version));
            } else if (command instanceof Association.Get get) {
                return Optional.of(new Association.Report(get.group(), 5, 0, List.copyOf(members)));
            } else if (command instanceof MultiChannelAssociation.Get get) {
                return Optional.of(new MultiChannelAssociation.Report(get.group(), 5, 0, lifeline()));
            } else if (command instanceof WakeUpInterval.Get) {
                return Optional.of(interval);
            } else if (command instanceof WakeUpIntervalCapabilities.Get) {
                return capabilities.map(report -> report);
            } else if (command instanceof WakeUpInterval.Set set) {
                interval = new WakeUpInterval.Report(set.seconds(), set.nodeId());
            } else if (command instanceof TimeOffset.Set set) {
                offset = Optional.of(set);
            } else if (ignores-- <= 0) {
                associate(command);
            }
            return Optional.empty();
        }

        private void associate(Command command) {
            if (command instanceof Association.Set set) {
                members.addAll(set.nodes());
            } else if (command instanceof MultiChannelAssociation.Set set) {
                members.addAll(set.destinations().nodes());
                endPoints.addAll(set.destinations().endPoints());
            } else if (command instanceof MultiChannelAssociation.Remove remove) {
                members.removeAll(remove.destinations().nodes());
                endPoints.removeAll(remove.destinations().endPoints());
            }
        }
    }
}
