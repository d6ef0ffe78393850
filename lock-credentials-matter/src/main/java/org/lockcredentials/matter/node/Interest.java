package org.lockcredentials.matter.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.matter.cluster.basicinformation.BasicInformation;
import org.lockcredentials.matter.cluster.generaldiagnostics.GeneralDiagnostics;
import org.lockcredentials.matter.cluster.operationalcredentials.OperationalCredentials;
import org.lockcredentials.matter.interaction.AttributePath;
import org.lockcredentials.matter.interaction.EventPath;
import org.lockcredentials.matter.interaction.SubscribeRequest;
import org.lockcredentials.matter.interaction.Wanted;

/** What a node is subscribed to. */
public record Interest(List<AttributePath> attributes, List<EventPath> events) {

    /** How long a node may be silent, if it does not want to be silent for longer. */
    private static final Duration MAX_INTERVAL = Duration.ofMinutes(2);

    public Interest {
        attributes = List.copyOf(attributes);
        events = List.copyOf(events);
    }

    /** All of these clusters, wherever they are. */
    public static Interest clusters(long... clusters) {
        List<AttributePath> attributes = new ArrayList<>();
        List<EventPath> events = new ArrayList<>();
        for (long cluster : clusters) {
            attributes.add(AttributePath.ofCluster(cluster));
            events.add(EventPath.ofCluster(cluster));
        }
        return new Interest(attributes, events);
    }

    /** And all events of this cluster, wherever it is; what its attributes are does not matter. */
    public Interest andEventsOf(long cluster) {
        List<EventPath> more = new ArrayList<>(events);
        more.add(EventPath.ofCluster(cluster));
        return new Interest(attributes, more);
    }

    /** With what tells that the node started anew, and which fabric it means by a number. */
    SubscribeRequest request(Optional<Long> eventMin) {
        List<AttributePath> all = new ArrayList<>(attributes);
        all.add(AttributePath.of(GeneralDiagnostics.REBOOT_COUNT.at(0)));
        all.add(AttributePath.of(OperationalCredentials.CURRENT_FABRIC_INDEX.at(0)));
        return new SubscribeRequest(
                false, Duration.ZERO, MAX_INTERVAL, new Wanted(all, eventPaths(), eventMin, false, List.of()));
    }

    /** All events that the node remembers. */
    Wanted allEvents() {
        return Wanted.events(eventPaths());
    }

    private List<EventPath> eventPaths() {
        List<EventPath> all = new ArrayList<>(events);
        all.add(EventPath.ofCluster(BasicInformation.CLUSTER));
        return all;
    }
}
