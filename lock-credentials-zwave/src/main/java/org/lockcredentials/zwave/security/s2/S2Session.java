package org.lockcredentials.zwave.security.s2;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongSupplier;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.security2.Extension;
import org.lockcredentials.zwave.command.security2.S2Message;
import org.lockcredentials.zwave.command.security2.S2Nonce;
import org.lockcredentials.zwave.command.supervision.Supervision;
import org.lockcredentials.zwave.crypto.Ccm;
import org.lockcredentials.zwave.security.Link;

/**
 * Security 2 with one other node (SDS13783 §3.6.5).
 *
 * <p>Nothing of it is kept over a restart: a new session agrees on a new SPAN. Singlecast only; what is multicast is for the caller
 * to leave out, and a follow-up is answered once per group with the word that this host does not follow.
 *
 * <p>Not safe for use by several threads.
 */
public final class S2Session implements AutoCloseable {

    /** Entropy that was issued and not used; a few, since a peer may ask again before the first answer reaches it. */
    private static final int MOST_ISSUED = 3;

    /** Reports that are taken one after the other: whoever forges them gets no further than this. */
    private static final int MOST_EXPECTED = 3;

    /** What every message adds to its command: header and tag. */
    public static final int LEAST_OVERHEAD = S2Message.HEADER + Ccm.TAG;

    private final Link link;
    private final SecureRandom random;
    private final SentNonces sent;
    private final Decryption decryption;
    private List<S2Key> keys;
    private Optional<Span> span = Optional.empty();
    private final ArrayDeque<Octets> issued = new ArrayDeque<>();
    private Optional<Octets> received = Optional.empty();
    private int sequenceNumber;
    private OptionalInt lastOpened = OptionalInt.empty();
    private OptionalInt lastNonceGet = OptionalInt.empty();
    private OptionalInt lastNonceReport = OptionalInt.empty();
    private Optional<S2Message> lastUnreadable = Optional.empty();
    private int reportsExpected;
    private boolean messageUnconfirmed;
    private final Set<Integer> refusedGroups = new HashSet<>();
    private boolean multicastOutOfSync;

    /**
     * A session that knows nothing of the peer yet.
     *
     * @param keys with which messages are opened, the most trusted first; what may come under which is for the caller to judge
     * @param nanoTime monotonic time
     */
    public S2Session(Link link, List<S2Key> keys, SecureRandom random, LongSupplier nanoTime) {
        this.link = link;
        this.keys = List.copyOf(keys);
        this.random = random;
        this.sent = new SentNonces(nanoTime);
        this.decryption = new Decryption(link, sent);
        this.sequenceNumber = random.nextInt(0x100);
    }

    /** Other keys from now on, as when one was handed over; what was agreed on under a key that is left out is forgotten. */
    public void use(List<S2Key> others) {
        keys = List.copyOf(others);
        if (span.filter(each -> keys.contains(each.key())).isEmpty()) {
            forgetSpan();
        }
    }

    /**
     * Encrypts a command, or says that the peer's entropy is needed first.
     *
     * @param key one of this session's
     * @throws IllegalArgumentException if it is not
     */
    public Outgoing encapsulate(S2Key key, Secret command) {
        if (!keys.contains(key)) {
            throw new IllegalArgumentException(key + " is none of this session's");
        }
        List<Extension> extensions = new ArrayList<>();
        if (span.filter(each -> each.key().equals(key)).isEmpty()) {
            if (received.isEmpty()) {
                expectReport();
                messageUnconfirmed = false;
                return new Outgoing.NonceNeeded(new S2Nonce.Get(nextSequenceNumber()));
            }
            extensions.add(agree(key, received.get()));
        }
        if (multicastOutOfSync) {
            multicastOutOfSync = false;
            extensions.add(Extension.multicastOutOfSync());
        }
        return new Outgoing.Encapsulated(encrypt(span.orElseThrow(), extensions, command));
    }

    /** Bytes that a message with this key, sent next, adds to its command. */
    public int overhead(S2Key key) {
        List<Extension> extensions = new ArrayList<>();
        if (span.filter(each -> each.key().equals(key)).isEmpty()) {
            extensions.add(Extension.span(Octets.of(new byte[S2Nonce.ENTROPY])));
        }
        if (multicastOutOfSync) {
            extensions.add(Extension.multicastOutOfSync());
        }
        return LEAST_OVERHEAD + Extension.length(extensions);
    }

    private Extension agree(S2Key key, Octets receiverEntropy) {
        Octets senderEntropy = entropy();
        forgetSpan();
        span = Optional.of(Span.of(key, senderEntropy, receiverEntropy));
        // One state for a peer: a SPAN takes the place of entropy, or a message held back could bring the older one's
        // SPAN later.
        issued.clear();
        received = Optional.empty();
        return Extension.span(senderEntropy);
    }

    private S2Message encrypt(Span current, List<Extension> extensions, Secret command) {
        byte[] nonce = current.next();
        sent.add(nonce);
        expectReport();
        messageUnconfirmed = true;
        int number = nextSequenceNumber();
        Octets space = Octets.of(new byte[command.length() + Ccm.TAG]);
        byte[] associated = AssociatedData.of(
                link.homeId(), link.ownNodeId(), link.peerNodeId(), new S2Message(number, 0, extensions, space));
        Octets ciphertext = command.use(
                plaintext -> Octets.of(Ccm.encrypt(current.key().keys().ccm(), nonce, associated, plaintext)));
        return new S2Message(number, 0, extensions, ciphertext);
    }

    /** Takes a Nonce Get. */
    public Incoming onNonceGet(S2Nonce.Get get) {
        if (isRepeated(lastNonceGet, get.sequenceNumber())) {
            return new Incoming.Ignored(Incoming.Reason.DUPLICATE);
        }
        lastNonceGet = OptionalInt.of(get.sequenceNumber());
        return new Incoming.NonceAsked(issue());
    }

    /** Takes a Nonce Report, whether it was asked for or says that a message could not be read. */
    public Incoming onNonceReport(S2Nonce.Report report) {
        if (isRepeated(lastNonceReport, report.sequenceNumber())) {
            return new Incoming.Ignored(Incoming.Reason.DUPLICATE);
        }
        if (report.receiverEntropy().isEmpty()) {
            return new Incoming.Ignored(Incoming.Reason.MULTICAST);
        }
        if (reportsExpected == 0) {
            return new Incoming.Ignored(Incoming.Reason.UNSOLICITED);
        }
        lastNonceReport = OptionalInt.of(report.sequenceNumber());
        reportsExpected--;
        forgetSpan();
        received = report.receiverEntropy();
        boolean unread = messageUnconfirmed;
        messageUnconfirmed = false;
        return new Incoming.NonceReceived(unread);
    }

    /** Takes a message that was sent to this host alone. */
    public Incoming onMessage(S2Message message) {
        // What is not authentic must not make the authentic message of the same number a duplicate.
        if (isRepeated(lastOpened, message.sequenceNumber())
                || lastUnreadable.filter(message::equals).isPresent()) {
            return new Incoming.Ignored(Incoming.Reason.DUPLICATE);
        }
        if (keys.isEmpty()) {
            return new Incoming.Ignored(Incoming.Reason.NO_KEY);
        }
        Optional<Octets> senderEntropy = Envelope.senderEntropy(message);
        Optional<Decryption.Read> read = senderEntropy.isPresent()
                ? decryption.withNew(senderEntropy.get(), issued, keys, message)
                : span.flatMap(current -> decryption.withCurrent(current, message));
        if (read.isEmpty()) {
            forgetSpan();
            lastUnreadable = Optional.of(message);
            return new Incoming.OutOfSync(issue(), senderEntropy.isPresent());
        }
        if (senderEntropy.isPresent()) {
            span.ifPresent(Span::close);
            span = Optional.of(read.get().span());
            issued.clear();
            received = Optional.empty();
        }
        lastOpened = OptionalInt.of(message.sequenceNumber());
        // The peer has counted on: its questions and answers may come to the same numbers again.
        lastNonceGet = OptionalInt.empty();
        lastNonceReport = OptionalInt.empty();
        byte[] plaintext = read.get().plaintext();
        try {
            return opened(read.get().span().key(), read.get().crossed(), Envelope.read(message, plaintext));
        } catch (DecodeException malformed) {
            return new Incoming.Ignored(Incoming.Reason.MALFORMED);
        } finally {
            Arrays.fill(plaintext, (byte) 0);
        }
    }

    private Incoming opened(S2Key key, boolean crossed, Envelope envelope) {
        if (!envelope.understood()) {
            envelope.command().ifPresent(Secret::wipe);
            return new Incoming.Ignored(Incoming.Reason.EXTENSION);
        }
        Optional<S2Nonce.Report> reply = Optional.empty();
        OptionalInt group = envelope.group();
        if (group.isPresent() && refusedGroups.add(group.getAsInt())) {
            if (envelope.command().filter(S2Session::isSupervised).isPresent()) {
                multicastOutOfSync = true;
            } else {
                reply = Optional.of(new S2Nonce.Report(nextSequenceNumber(), true, Optional.empty()));
            }
        }
        return new Incoming.Opened(key, crossed, envelope.command(), reply);
    }

    /** A follow-up that will be answered by a Supervision Report is told of lost multicast in that report. */
    private static boolean isSupervised(Secret command) {
        return command.length() >= 2
                && command.use(bytes -> (bytes[0] & 0xFF) == Supervision.Get.TYPE.commandClass()
                        && (bytes[1] & 0xFF) == Supervision.Get.TYPE.command());
    }

    /** The peer answers each question, and each message that it cannot read. */
    private void expectReport() {
        reportsExpected = Math.min(reportsExpected + 1, MOST_EXPECTED);
    }

    private S2Nonce.Report issue() {
        if (issued.size() == MOST_ISSUED) {
            issued.removeLast();
        }
        Octets entropy = entropy();
        issued.addFirst(entropy);
        return new S2Nonce.Report(nextSequenceNumber(), false, Optional.of(entropy));
    }

    private Octets entropy() {
        byte[] entropy = new byte[S2Nonce.ENTROPY];
        random.nextBytes(entropy);
        return Octets.of(entropy);
    }

    private int nextSequenceNumber() {
        sequenceNumber = sequenceNumber + 1 & 0xFF;
        return sequenceNumber;
    }

    private static boolean isRepeated(OptionalInt last, int number) {
        return last.isPresent() && last.getAsInt() == number;
    }

    private void forgetSpan() {
        span.ifPresent(Span::close);
        span = Optional.empty();
        sent.clear();
    }

    /** Forgets the SPAN; the keys are not this session's to wipe. */
    @Override
    public void close() {
        forgetSpan();
        issued.clear();
        received = Optional.empty();
    }
}
