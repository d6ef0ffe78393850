package org.lockcredentials.zwave.security.bootstrap;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockcredentials.Secret;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.security2.Kex;
import org.lockcredentials.zwave.command.security2.KexFailType;
import org.lockcredentials.zwave.command.security2.PublicKeyReport;
import org.lockcredentials.zwave.command.security2.S2NetworkKey;
import org.lockcredentials.zwave.crypto.Ckdf;
import org.lockcredentials.zwave.crypto.Curve25519;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.NetworkKeys;
import org.lockcredentials.zwave.security.Protection;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.security.s2.S2Key;

/**
 * Hands network keys to a node that joins, as the including controller, node A (SDS13783 §3.6.6.4).
 *
 * <p>Whoever runs it tells what happens, does the actions that follow in order, and keeps one timer. Messages that a session had no
 * key for are to be offered to it again after {@link Action.UseKeys}: a joining node waits ten seconds before it repeats them.
 * Client-side authentication is declined. Not safe for use by several threads.
 */
public final class S2Bootstrapping implements AutoCloseable {

    /** TA1 to TA5. */
    private static final Duration NODE = Duration.ofSeconds(10);
    /** TAI1, TAI2. */
    private static final Duration USER = Duration.ofSeconds(240);
    /** For what could not be read to be repeated: a node does so within ten seconds, and somebody else may have been in between. */
    private static final Duration REPETITION = Duration.ofSeconds(30);
    /** One may have crossed with a newer nonce. */
    private static final int TOLERATED_UNREADABLE = 1;

    private static final Protection CLEAR = new Protection.Clear();
    private static final Protection TEMPORARY = new Protection.Temporary();

    private record KeyPair(Secret privateKey, Octets publicKey) {}

    private final NetworkKeys networkKeys;
    private final boolean longRange;
    private final SecureRandom random;
    private final Map<SecurityClass, S2Key> made = new EnumMap<>(SecurityClass.class);
    private final Set<SecurityClass> verified = EnumSet.noneOf(SecurityClass.class);
    private Set<SecurityClass> offered = Set.of();
    private Set<SecurityClass> granted = Set.of();
    private S2State state = new S2State.Ready();
    private Optional<KeyPair> keyPair = Optional.empty();
    private Optional<S2Key> agreed = Optional.empty();
    private int unreadable;

    /**
     * An exchange that has not begun.
     *
     * @param networkKeys outlive it; a class without a key is not offered
     * @param longRange whether the node joined by Long Range
     */
    public S2Bootstrapping(NetworkKeys networkKeys, boolean longRange, SecureRandom random) {
        this.networkKeys = networkKeys;
        this.longRange = longRange;
        this.random = random;
    }

    /** Which step runs, or ran last. */
    public BootstrapStep step() {
        return state.step();
    }

    /** Begins. */
    public Move start() {
        state = new S2State.AwaitingReport();
        return Move.within(NODE, new Action.Send(new Kex.Get(), CLEAR));
    }

    /** Takes a command of the node; what is not of the key exchange is left out. */
    public Move onCommand(Command command, Protection protection) {
        if (state instanceof S2State.Ready || state instanceof S2State.Ended) {
            return Move.nothing();
        }
        if (command instanceof Kex.Fail fail) {
            return isFailAcceptable(protection)
                    ? end(new Action.Failed(state.step(), Action.Cause.NODE_GAVE_UP, Optional.of(fail.reason())))
                    : Move.nothing();
        }
        if (command instanceof Kex.Report report) {
            return report.echo() ? Move.nothing() : reported(report, protection);
        }
        if (command instanceof PublicKeyReport report) {
            return toldPublicKey(report, protection);
        }
        if (command instanceof Kex.Set set) {
            return echoed(set, protection);
        }
        if (command instanceof S2NetworkKey.Get get) {
            return askedForKey(get, protection);
        }
        if (command instanceof S2NetworkKey.Verify) {
            return verifies(protection);
        }
        return command instanceof S2NetworkKey.TransferEnd last ? completes(last, protection) : Move.nothing();
    }

    private Move reported(Kex.Report report, Protection protection) {
        if (!(state instanceof S2State.AwaitingReport)) {
            return Move.nothing();
        }
        if (!protection.equals(CLEAR)) {
            return wrongLevel(protection);
        }
        KexCheck check = KexCheck.of(report, networkKeys, longRange);
        if (check instanceof KexCheck.Unacceptable broken) {
            return fail(broken.cause(), broken.reason());
        }
        state = new S2State.AwaitingGrant(report);
        offered = ((KexCheck.Acceptable) check).classes();
        return Move.within(USER, new Action.AskForGrant(offered));
    }

    /**
     * The user says which classes the node gets; none cancels.
     *
     * @throws IllegalArgumentException if a class was not asked for
     */
    public Move grant(Set<SecurityClass> classes) {
        if (!(state instanceof S2State.AwaitingGrant asked)) {
            return Move.nothing();
        }
        if (classes.isEmpty()) {
            return cancel();
        }
        if (!offered.containsAll(classes)) {
            throw new IllegalArgumentException("granted what was not offered");
        }
        granted = Collections.unmodifiableSet(EnumSet.copyOf(classes));
        Kex.Set set = new Kex.Set(0, Kex.SCHEME_1, Kex.CURVE25519, SecurityClass.mask(granted));
        state = new S2State.AwaitingPublicKey(new S2State.Terms(asked.report(), set));
        return Move.within(NODE, new Action.Send(set, CLEAR));
    }

    private Move toldPublicKey(PublicKeyReport report, Protection protection) {
        if (!(state instanceof S2State.AwaitingPublicKey awaiting)) {
            return Move.nothing();
        }
        if (!protection.equals(CLEAR)) {
            return wrongLevel(protection);
        }
        if (report.includingNode()) {
            return fail(Action.Cause.INVALID, KexFailType.CANCEL);
        }
        Secret privateKey = Curve25519.newPrivateKey(random);
        Octets ownKey = Octets.of(Curve25519.publicKey(privateKey));
        Action answer = new Action.Send(new PublicKeyReport(true, ownKey), CLEAR);
        keyPair = Optional.of(new KeyPair(privateKey, ownKey));
        if (granted.stream().anyMatch(SecurityClass::isAuthenticated)) {
            state = new S2State.AwaitingDsk(awaiting.terms(), report.publicKey());
            byte[] dsk = report.publicKey().toBytes();
            dsk[0] = 0;
            dsk[1] = 0;
            return Move.within(USER, answer, new Action.AskForDsk(Octets.of(Arrays.copyOf(dsk, DskCheck.LENGTH))));
        }
        Move next = agree(awaiting.terms(), report.publicKey());
        List<Action> actions = new ArrayList<>();
        actions.add(answer);
        actions.addAll(next.actions());
        return new Move(actions, Optional.of(USER));
    }

    /** The user tells the node's key. */
    public Move confirm(Dsk dsk) {
        if (!(state instanceof S2State.AwaitingDsk awaiting)) {
            return Move.nothing();
        }
        Optional<Octets> publicKey = DskCheck.complete(awaiting.peerPublicKey(), dsk);
        return publicKey.isPresent()
                ? agree(awaiting.terms(), publicKey.get())
                : fail(Action.Cause.INVALID, KexFailType.CANCEL);
    }

    private Move agree(S2State.Terms terms, Octets peerPublicKey) {
        KeyPair own = keyPair.orElseThrow();
        Optional<Secret> shared = Curve25519.agree(own.privateKey(), peerPublicKey.toBytes());
        if (shared.isEmpty()) {
            return fail(Action.Cause.INVALID, KexFailType.CANCEL);
        }
        try (Secret secret = shared.get()) {
            S2Key temporary = S2Key.temporary(
                    secret.use(bytes -> Ckdf.temporary(bytes, own.publicKey().toBytes(), peerPublicKey.toBytes())));
            agreed = Optional.of(temporary);
            state = new S2State.AwaitingEcho(terms, temporary);
            return Move.now(new Action.UseKeys(List.of(temporary)));
        }
    }

    private Move echoed(Kex.Set set, Protection protection) {
        S2State.AwaitingKeyGet next;
        if (state instanceof S2State.AwaitingEcho awaiting) {
            next = new S2State.AwaitingKeyGet(awaiting.terms(), awaiting.temporary());
        } else if (state instanceof S2State.AwaitingKeyGet repeated) {
            next = repeated;
        } else {
            return Move.nothing();
        }
        if (!protection.equals(TEMPORARY)) {
            return wrongLevel(protection);
        }
        if (!set.equals(next.terms().set().echoed())) {
            return fail(Action.Cause.INVALID, KexFailType.AUTH);
        }
        state = next;
        return Move.within(NODE, new Action.Send(next.terms().report().echoed(), TEMPORARY));
    }

    private Move askedForKey(S2NetworkKey.Get get, Protection protection) {
        if (!(state instanceof S2State.Proven proven)) {
            return Move.nothing();
        }
        if (!protection.equals(TEMPORARY)) {
            return wrongLevel(protection);
        }
        Optional<SecurityClass> requested = granted.stream()
                .filter(each -> each.bit() == get.requestedKey())
                .findFirst();
        if (requested.isEmpty()) {
            return fail(Action.Cause.INVALID, KexFailType.KEY_GET);
        }
        SecurityClass securityClass = requested.get();
        Secret key = networkKeys.key(securityClass).orElseThrow();
        S2Key proving = made.computeIfAbsent(securityClass, each -> S2Key.of(each, key));
        unreadable = 0;
        state = new S2State.AwaitingVerify(proven.terms(), proven.temporary(), securityClass);
        return Move.within(
                NODE,
                new Action.UseKeys(List.of(proven.temporary(), proving)),
                new Action.Send(new S2NetworkKey.Report(securityClass.bit(), key.copy()), TEMPORARY));
    }

    private Move verifies(Protection protection) {
        SecurityClass exchanged;
        if (state instanceof S2State.AwaitingVerify awaiting) {
            exchanged = awaiting.exchanged();
            if (protection.equals(new Protection.Network(exchanged))) {
                state = new S2State.AwaitingNext(awaiting.terms(), awaiting.temporary(), exchanged);
            }
        } else if (state instanceof S2State.AwaitingNext awaiting) {
            exchanged = awaiting.exchanged();
        } else {
            return Move.nothing();
        }
        if (!protection.equals(new Protection.Network(exchanged))) {
            return wrongLevel(protection);
        }
        verified.add(exchanged);
        return Move.within(NODE, new Action.Send(new S2NetworkKey.TransferEnd(true, false), TEMPORARY));
    }

    private Move completes(S2NetworkKey.TransferEnd last, Protection protection) {
        if (!protection.equals(TEMPORARY)) {
            return state instanceof S2State.AwaitingNext ? wrongLevel(protection) : Move.nothing();
        }
        if (state instanceof S2State.AwaitingNext && last.keyRequestComplete() && verified.containsAll(granted)) {
            return end(new Action.Succeeded(granted));
        }
        return end(new Action.Failed(BootstrapStep.TRANSFER_END, Action.Cause.INVALID, Optional.empty()));
    }

    /**
     * Takes that a message could not be read.
     *
     * @param begun as {@link org.lockcredentials.zwave.security.s2.Incoming.OutOfSync#begun()} says
     */
    public Move onUnreadable(boolean begun) {
        if (!isKeyInDoubt() || !begun) {
            return Move.nothing();
        }
        return ++unreadable <= TOLERATED_UNREADABLE ? Move.within(REPETITION) : unreadable();
    }

    private boolean isKeyInDoubt() {
        return state instanceof S2State.AwaitingEcho || state instanceof S2State.AwaitingVerify;
    }

    private Move unreadable() {
        return fail(
                Action.Cause.UNREADABLE,
                state instanceof S2State.AwaitingEcho ? KexFailType.DECRYPT : KexFailType.KEY_VERIFY);
    }

    /** Takes that the timer ran out; nothing is told to the node then, unless what it sent could not be read and was not repeated. */
    public Move onTimeout() {
        if (state instanceof S2State.Ended) {
            return Move.nothing();
        }
        if (isKeyInDoubt() && unreadable > 0) {
            return unreadable();
        }
        return end(new Action.Failed(state.step(), Action.Cause.TIMEOUT, Optional.empty()));
    }

    /** The user gives up. */
    public Move cancel() {
        return state instanceof S2State.Ended ? Move.nothing() : fail(Action.Cause.CANCELLED, KexFailType.CANCEL);
    }

    /** Once the temporary key is proven, only who has it may end the exchange; before that it may be either. */
    private boolean isFailAcceptable(Protection protection) {
        if (state instanceof S2State.AwaitingEcho && protection.equals(TEMPORARY)) {
            return true;
        }
        return protection.equals(state instanceof S2State.Proven ? TEMPORARY : CLEAR);
    }

    private Move wrongLevel(Protection received) {
        return failWith(Action.Cause.INVALID, KexFailType.AUTH, received);
    }

    private Move fail(Action.Cause cause, KexFailType reason) {
        boolean hasTemporaryKey = state instanceof S2State.AwaitingEcho || state instanceof S2State.Proven;
        return failWith(cause, reason, hasTemporaryKey ? TEMPORARY : CLEAR);
    }

    private Move failWith(Action.Cause cause, KexFailType reason, Protection protection) {
        return end(
                new Action.Send(new Kex.Fail(reason), protection),
                new Action.Failed(state.step(), cause, Optional.of(reason)));
    }

    private Move end(Action... last) {
        state = new S2State.Ended(state.step());
        return Move.now(last);
    }

    /** Wipes the temporary keys and what followed from network keys; the last commands have been encapsulated by then. */
    @Override
    public void close() {
        state = new S2State.Ended(state.step());
        keyPair.ifPresent(each -> each.privateKey().wipe());
        agreed.ifPresent(S2Key::close);
        made.values().forEach(S2Key::close);
    }
}
