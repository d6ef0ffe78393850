package org.lockcredentials.zwave.node;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.NodeInformation;
import org.lockcredentials.zwave.command.security0.S0Commands;
import org.lockcredentials.zwave.command.security2.S2Commands;
import org.lockcredentials.zwave.security.Protection;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.transport.CommandChannel;
import org.lockcredentials.zwave.transport.NodeSession;
import org.lockcredentials.zwave.transport.TransportException;
import org.lockcredentials.zwave.transport.security.NodeSecurity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out the highest class that a node was granted, and what it supports in that (SDS13783 §3.6.1.3, §3.6.8.1, §3.5.4).
 *
 * <p>A node answers in every class that it was granted, with nothing in those below its highest (CC:009F.01.0D.11.004, .007): an
 * empty answer says something of the highest candidate only. Where the highest is known, no other is asked; silence never lowers it.
 */
final class SecurityInterview {

    private static final Logger log = LoggerFactory.getLogger(SecurityInterview.class);

    /** One frame may get lost, or be jammed, and what is found is kept. */
    private static final int ATTEMPTS = 2;
    /** The highest class is asked alone then, and nothing else is found out. */
    private static final int ATTEMPTS_WHERE_CERTAIN = 3;

    /** Node identifiers from here on are Long Range's. */
    private static final int FIRST_LONG_RANGE = 256;

    private final NodeSession session;
    private final int nodeId;
    private final boolean mayBeLock;
    private final Grants grants;
    private final Consumer<NodeSecurity> described;

    /** @param described told how the node is spoken to from then on */
    SecurityInterview(
            NodeSession session, int nodeId, boolean mayBeLock, Grants grants, Consumer<NodeSecurity> described) {
        this.session = session;
        this.nodeId = nodeId;
        this.mayBeLock = mayBeLock;
        this.grants = grants;
        this.described = described;
    }

    /**
     * What was found.
     *
     * @param supported the command classes that the node supports, securely or in the clear
     */
    record Found(NodeSecurity security, NodeInformation supported) {}

    /** Fails with UNREACHABLE if the node was granted a class, or must have been as it is a lock, and does not answer in any. */
    CompletableFuture<Found> run(NodeInformation inTheClear) {
        boolean segments = inTheClear.supports(CommandClass.TRANSPORT_SERVICE);
        List<SecurityClass> candidates = grants.classes().stream()
                .filter(each -> isPossible(each, inTheClear))
                .sorted()
                .toList();
        described.accept(new NodeSecurity(Set.copyOf(candidates), Set.of(), segments));
        List<SecurityClass> asked =
                grants.certain() ? candidates.subList(0, Math.min(1, candidates.size())) : candidates;
        return attempt(asked, asked, inTheClear, segments, Set.of());
    }

    private boolean isPossible(SecurityClass securityClass, NodeInformation inTheClear) {
        boolean listed = inTheClear.supports(securityClass.isS2() ? CommandClass.SECURITY_2 : CommandClass.SECURITY_0);
        return (listed || grants.certain()) && securityClass.isLongRange() == nodeId >= FIRST_LONG_RANGE;
    }

    /** @param answered those of the classes asked so far that are granted, with nothing supported in them */
    private CompletableFuture<Found> attempt(
            List<SecurityClass> candidates,
            List<SecurityClass> left,
            NodeInformation clear,
            boolean segments,
            Set<SecurityClass> answered) {
        if (left.isEmpty()) {
            return candidates.stream().findFirst().filter(answered::contains).isPresent()
                    ? CompletableFuture.completedFuture(found(candidates.get(0), List.of(), clear, segments))
                    : unanswered(clear, segments, !answered.isEmpty());
        }
        SecurityClass next = left.get(0);
        return ask(next, grants.certain() ? ATTEMPTS_WHERE_CERTAIN : ATTEMPTS).thenCompose(told -> {
            if (told.filter(classes -> !classes.isEmpty()).isPresent()) {
                return CompletableFuture.completedFuture(found(next, told.get(), clear, segments));
            }
            log.debug("node {} {} in {}", nodeId, told.isPresent() ? "supports nothing" : "is silent", next.title());
            Set<SecurityClass> heard = new HashSet<>(answered);
            told.ifPresent(nothing -> heard.add(next));
            return attempt(candidates, left.subList(1, left.size()), clear, segments, heard);
        });
    }

    private CompletableFuture<Optional<List<Integer>>> ask(SecurityClass securityClass, int attempts) {
        return ask(securityClass)
                .thenCompose(told -> told.isPresent() || attempts == 1
                        ? CompletableFuture.completedFuture(told)
                        : ask(securityClass, attempts - 1));
    }

    private CompletableFuture<Optional<List<Integer>>> ask(SecurityClass securityClass) {
        CommandChannel channel = session.endpoint(0, new Protection.Network(securityClass));
        return commandsSupported(channel, securityClass).handle((classes, failure) -> {
            if (failure == null) {
                return Optional.of(classes);
            }
            if (TransportException.cause(failure) instanceof TransportException transport
                    && transport.kind() != TransportException.Kind.CLOSED) {
                return Optional.empty();
            }
            throw new CompletionException(TransportException.cause(failure));
        });
    }

    /** What a node, or one of its end points, supports in its highest class. */
    static CompletableFuture<List<Integer>> commandsSupported(CommandChannel channel, SecurityClass highest) {
        return highest.isS2()
                ? channel.get(new S2Commands.Get()).thenApply(S2Commands.Report::commandClasses)
                : channel.get(new SecureClasses())
                        .thenApply(S0Commands.Report::commandClasses)
                        .thenApply(classes -> classes.supported());
    }

    private Found found(SecurityClass highest, List<Integer> secured, NodeInformation clear, boolean segments) {
        Set<SecurityClass> granted = grants.certain()
                ? grants.classes().stream()
                        .filter(each -> each.compareTo(highest) >= 0)
                        .collect(Collectors.toSet())
                : Set.of(highest);
        Set<Integer> open = new HashSet<>(clear.supported());
        open.removeAll(secured);
        List<Integer> all = new ArrayList<>(clear.supported());
        all.addAll(secured);
        NodeSecurity security = new NodeSecurity(granted, open, segments);
        described.accept(security);
        return new Found(security, new NodeInformation(new LinkedHashSet<>(all), clear.controlled()));
    }

    /**
     * A lock that lists nothing of a lock in the clear, or answered in a lower class, is one that does not answer now, not one without
     * security.
     */
    private CompletableFuture<Found> unanswered(NodeInformation clear, boolean segments, boolean granted) {
        NodeSecurity none = new NodeSecurity(Set.of(), Set.of(), segments);
        if (!grants.certain()) {
            described.accept(none);
        }
        boolean secure = clear.supports(CommandClass.SECURITY_2) || clear.supports(CommandClass.SECURITY_0);
        boolean hides = secure && mayBeLock && !Interview.isLock(clear);
        boolean silentInHighest = granted && (mayBeLock || Interview.isLock(clear));
        if (hides || silentInHighest || grants.certain() && !grants.classes().isEmpty()) {
            return CompletableFuture.failedFuture(new TransportException(
                    TransportException.Kind.UNREACHABLE,
                    "node " + nodeId + " does not answer in any class that there is a key of"));
        }
        return CompletableFuture.completedFuture(new Found(none, clear));
    }
}
