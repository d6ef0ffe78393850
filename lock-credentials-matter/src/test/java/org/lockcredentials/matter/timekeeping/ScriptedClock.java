package org.lockcredentials.matter.timekeeping;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.matter.cluster.WritableAttribute;
import org.lockcredentials.matter.cluster.timesynchronization.DstOffset;
import org.lockcredentials.matter.cluster.timesynchronization.SetDstOffset;
import org.lockcredentials.matter.cluster.timesynchronization.SetTimeZone;
import org.lockcredentials.matter.cluster.timesynchronization.SetTimeZoneResponse;
import org.lockcredentials.matter.cluster.timesynchronization.SetUtcTime;
import org.lockcredentials.matter.cluster.timesynchronization.TimeSynchronization;
import org.lockcredentials.matter.cluster.timesynchronization.TimeZoneOffset;
import org.lockcredentials.matter.interaction.AttributeId;
import org.lockcredentials.matter.interaction.AttributePath;
import org.lockcredentials.matter.interaction.EventData;
import org.lockcredentials.matter.interaction.InteractionException;
import org.lockcredentials.matter.interaction.Status;
import org.lockcredentials.matter.interaction.StatusIb;
import org.lockcredentials.matter.node.LockNode;
import org.lockcredentials.matter.node.NodeException;
import org.lockcredentials.matter.node.NodeListener;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.spi.Scheduler;

/** A node with a Time Synchronization server as the specification wants it (11.17), whose clock may go wrong. */
final class ScriptedClock implements LockNode {

    private static final TlvElement NOTHING = new TlvElement.Null();

    final List<String> asked = new ArrayList<>();
    boolean present = true;
    boolean zoned = true;
    boolean database;
    boolean keepsNames = true;
    boolean refuses;
    boolean silent;
    int room = 2;
    Duration read = Duration.ZERO;
    Optional<Duration> off = Optional.empty();
    List<TimeZoneOffset> zones = List.of();
    List<DstOffset> savings = List.of();
    private final Scheduler clock;
    private final List<NodeListener> listeners = new ArrayList<>();

    ScriptedClock(Scheduler clock) {
        this.clock = clock;
    }

    /** It tells the event of this number (11.17.10). */
    void tells(int event) {
        EventData told = new EventData(
                0,
                TimeSynchronization.CLUSTER,
                event,
                1,
                1,
                Optional.empty(),
                Optional.empty(),
                new TlvStructure(List.of()));
        listeners.forEach(listener -> listener.happened(told));
    }

    void isSubscribedTo() {
        listeners.forEach(NodeListener::subscribed);
    }

    void isLeft() {
        listeners.forEach(NodeListener::closed);
    }

    /** What was asked and said since this was called last. */
    List<String> said() {
        List<String> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    /** What it adds to UTC now; empty if it has no local time (11.17.8.8). */
    Optional<Duration> localOffset() {
        return off.isEmpty() || savings.isEmpty()
                ? Optional.empty()
                : Optional.of(zones.get(0).offset().plus(saved(clock.now())));
    }

    private Duration saved(Instant now) {
        return savings.stream()
                .filter(each -> !each.validStarting().isAfter(now)
                        && each.validUntil().map(end -> end.isAfter(now)).orElse(true))
                .map(DstOffset::offset)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    @Override
    public long nodeId() {
        return 1;
    }

    @Override
    public boolean reachable() {
        return !silent;
    }

    @Override
    public void listen(NodeListener listener) {
        listeners.add(listener);
    }

    @Override
    public void unlisten(NodeListener listener) {
        listeners.remove(listener);
    }

    @Override
    public CompletableFuture<Attributes> read(List<AttributePath> paths) {
        asked.add("read");
        if (silent) {
            return CompletableFuture.failedFuture(new NodeException(NodeException.Kind.UNREACHABLE, "silent"));
        }
        CompletableFuture<Attributes> told = new CompletableFuture<>();
        clock.schedule(read, () -> told.complete(new Attributes(present ? told() : Map.of())));
        return told;
    }

    private Map<AttributeId, TlvElement> told() {
        TlvElement time = off.<TlvElement>map(error -> new TlvElement.UnsignedInt(ChronoUnit.MICROS.between(
                        Instant.parse("2000-01-01T00:00:00Z"), clock.now().plus(error))))
                .orElse(NOTHING);
        Map<AttributeId, TlvElement> all = new HashMap<>(Map.of(
                TimeSynchronization.FEATURE_MAP.at(0), new TlvElement.UnsignedInt(zoned ? 1 : 0),
                TimeSynchronization.UTC_TIME.at(0), time,
                TimeSynchronization.GRANULARITY.at(0), new TlvElement.UnsignedInt(off.isPresent() ? 2 : 0)));
        if (zoned) {
            List<DstOffset> active = savings.stream()
                    .filter(each -> each.validUntil()
                            .map(end -> end.isAfter(clock.now()))
                            .orElse(true))
                    .collect(Collectors.toList());
            // A command carries the lists as the attributes show them.
            all.put(TimeSynchronization.TIME_ZONE.at(0), list(new SetTimeZone(zones)));
            all.put(TimeSynchronization.DST_OFFSET.at(0), list(new SetDstOffset(active)));
            all.put(TimeSynchronization.TIME_ZONE_DATABASE.at(0), new TlvElement.UnsignedInt(database ? 0 : 2));
            all.put(TimeSynchronization.DST_OFFSET_LIST_MAX_SIZE.at(0), new TlvElement.UnsignedInt(room));
        }
        return all;
    }

    private static TlvElement list(Command<?> command) {
        return Tlv.tree(command::encode).optional(0).orElseThrow();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> CompletableFuture<R> invoke(int endpoint, Command<R> command) {
        asked.add(command.type().name());
        if (refuses) {
            return CompletableFuture.failedFuture(
                    new InteractionException(new StatusIb(Status.of(Status.Code.FAILURE), Optional.of(2))));
        }
        return CompletableFuture.completedFuture((R) done(command));
    }

    private Object done(Command<?> command) {
        if (command instanceof SetUtcTime time) {
            off = Optional.of(Duration.between(clock.now(), time.utcTime()));
        } else if (command instanceof SetTimeZone zone) {
            zones = zone.timeZones().stream()
                    .map(each ->
                            keepsNames ? each : new TimeZoneOffset(each.offset(), each.validAt(), Optional.empty()))
                    .toList();
            savings = database ? List.of(new DstOffset(Duration.ZERO, clock.now(), Optional.empty())) : List.of();
            return new SetTimeZoneResponse(!database);
        } else if (command instanceof SetDstOffset dst) {
            if (dst.offsets().size() > room) {
                throw new AssertionError("more than the node has room for");
            }
            savings = dst.offsets();
        }
        return Done.DONE;
    }

    @Override
    public <T> CompletableFuture<Void> write(int endpoint, WritableAttribute<T> attribute, T value) {
        throw new AssertionError("nothing of a clock is written as an attribute");
    }
}
