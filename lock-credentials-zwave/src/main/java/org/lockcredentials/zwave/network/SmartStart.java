package org.lockcredentials.zwave.network;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.zwave.inclusion.InclusionFailure;
import org.lockcredentials.zwave.inclusion.ProvisionedNode;
import org.lockcredentials.zwave.inclusion.SmartStartCode;
import org.lockcredentials.zwave.inclusion.ZWaveNode;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.serialapi.function.AddNode;
import org.lockcredentials.zwave.serialapi.function.AddSmartStartNode;
import org.lockcredentials.zwave.serialapi.function.ApplicationUpdate;
import org.lockcredentials.zwave.transport.TransportException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nodes that ask by themselves to be included, and are if they are provisioned (INS13954 §4.3.1.8, §4.4.2). Touched by tasks of the
 * network's actor only.
 */
public final class SmartStart {

    private static final Logger log = LoggerFactory.getLogger(SmartStart.class);

    /** For a node that has just asked. */
    private static final Duration FIND = Duration.ofSeconds(60);
    /** A node that got no keys resets itself, and is taken out once it does not answer in this network any more. */
    private static final List<Duration> REMOVALS =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(120));

    private final ProvisioningList list;
    private final StickControl stick;
    private final NetworkChanges changes;
    private final boolean longRangeStick;
    private boolean listening;

    SmartStart(ProvisioningList list, StickControl stick, NetworkChanges changes, boolean longRangeStick) {
        this.list = list;
        this.stick = stick;
        this.changes = changes;
        this.longRangeStick = longRangeStick;
    }

    /** All entries of the list. */
    public List<ProvisionedNode> provisioned() {
        return list.all();
    }

    /**
     * A node may join from now on; one that has joined already stays what it is.
     *
     * @throws LockCredentialException INVALID if it asks for no class of Security 2, without which no node joins by itself
     */
    public ProvisionedNode provision(SmartStartCode code) {
        boolean longRange = longRangeStick
                && code.supportsLongRange()
                && !requested(code, true).isEmpty();
        Set<SecurityClass> granted = requested(code, longRange);
        if (granted.isEmpty()) {
            throw new LockCredentialException(Reason.INVALID, "the node of this code asks for no class of Security 2");
        }
        ProvisionedNode entry = new ProvisionedNode(code, granted, longRange, OptionalInt.empty(), Optional.empty());
        Optional<ProvisionedNode> joined =
                list.find(code.dsk()).filter(known -> known.nodeId().isPresent());
        if (joined.isPresent()) {
            return joined.get();
        }
        list.keep(entry);
        listen();
        return entry;
    }

    private static Set<SecurityClass> requested(SmartStartCode code, boolean longRange) {
        return code.requested(longRange).stream().filter(SecurityClass::isS2).collect(Collectors.toUnmodifiableSet());
    }

    /** A node may not join any more; one that has joined stays in the network. True if there was such an entry. */
    public boolean unprovision(Dsk.Whole dsk) {
        boolean known = list.find(dsk).isPresent();
        list.remove(dsk);
        if (listening && !isWanted()) {
            listening = false;
            stick.order(new AddNode(AddNode.STOP, false, false, 0));
        }
        return known;
    }

    /** The stick is told to listen, if anybody may ask and nothing else is going on. */
    public void listen() {
        if (!listening && changes.isIdle() && isWanted()) {
            listening = true;
            stick.order(new AddNode(AddNode.SMART_START_LISTEN, false, true, 0)).exceptionally(failure -> {
                log.debug("the stick does not listen for SmartStart: {}", failure.getMessage());
                listening = false;
                return null;
            });
        }
    }

    /** The stick does something else, or was reset. */
    void interrupted() {
        listening = false;
    }

    private boolean isWanted() {
        return list.all().stream().anyMatch(entry -> entry.nodeId().isEmpty());
    }

    void left(int nodeId) {
        list.left(nodeId);
    }

    /** A node asks. */
    public void asked(ApplicationUpdate.SmartStartPrime prime) {
        if (!changes.isIdle()) {
            return;
        }
        Optional<ProvisionedNode> provisioned = list.all().stream()
                .filter(entry -> entry.nodeId().isEmpty() && entry.longRange() == prime.longRange())
                .filter(entry -> ids(entry).homeId() == prime.homeId())
                .findFirst();
        provisioned.ifPresentOrElse(
                this::include, () -> log.debug("a node asks to join by SmartStart that is not provisioned"));
    }

    /** A node says that it is in a network already, this one or another. */
    public void included(ApplicationUpdate.IncludedNode node) {
        if (list.all().stream().anyMatch(entry -> ids(entry).homeId() == node.homeId())) {
            String network = node.rxStatus().isForeign() ? "another network" : "this network";
            log.info("a provisioned node is switched on, and is in {} as node {}", network, node.nodeId());
        }
    }

    private void include(ProvisionedNode entry) {
        SmartStartIds ids = ids(entry);
        ProvisionedAttendant attendant = new ProvisionedAttendant(entry);
        Arrival arriving = changes.arriving(
                attendant,
                listener -> new NodeAdding(
                        stick,
                        id -> new AddSmartStartNode(ids.homeId(), ids.authHomeId(), entry.longRange(), id),
                        changes.patience(FIND),
                        listener));
        changes.join(attendant, arriving).whenComplete((node, failure) -> {
            if (failure == null) {
                joined(entry, node);
            } else {
                InclusionFailure.of(TransportException.cause(failure)).ifPresent(broken -> broke(entry, broken));
            }
        });
    }

    private void joined(ProvisionedNode entry, ZWaveNode node) {
        if (list.find(entry.code().dsk()).isPresent()) {
            list.keep(entry.joined(node.nodeId()));
        }
    }

    private void broke(ProvisionedNode entry, InclusionFailure failure) {
        log.info("SmartStart of {} failed: {}", entry.code().dsk(), failure.getMessage());
        if (list.find(entry.code().dsk()).isPresent()) {
            list.keep(entry.broken(Optional.of(failure.stage())));
        }
        failure.nodeId().ifPresent(nodeId -> remove(nodeId, 0));
    }

    private void remove(int nodeId, int attempt) {
        stick.after(
                REMOVALS.get(attempt),
                () -> changes.remove(nodeId).exceptionally(failure -> {
                    if (attempt + 1 < REMOVALS.size()) {
                        remove(nodeId, attempt + 1);
                    } else {
                        log.info("node {} stays in the network, and is not used: {}", nodeId, failure.getMessage());
                    }
                    return OptionalInt.empty();
                }));
    }

    private static SmartStartIds ids(ProvisionedNode entry) {
        return SmartStartIds.of(entry.code().dsk());
    }
}
