package org.lockcredentials.zwave.security.s0;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.lockcredentials.Secret;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.security0.S0Message;
import org.lockcredentials.zwave.command.security0.S0Nonce;
import org.lockcredentials.zwave.crypto.S0Keys;
import org.lockcredentials.zwave.security.Link;

/**
 * Security 0 with one other node (SDS13783 §3.5.2, SDS10865).
 *
 * <p>One command is on its way at a time; what the peer sends meanwhile is opened beside it. Not safe for use by several threads.
 */
public final class S0Session implements AutoCloseable {

    /** Less than the shortest time for which a peer may keep a nonce, 3 s, by what the way takes. */
    private static final long PEER_NONCE_LIFETIME = Duration.ofMillis(2500).toNanos();

    /** As long is a second Nonce Get held back: some locks answer both and take the second answer for the valid one. */
    private static final long ASKING = Duration.ofMillis(500).toNanos();

    private record Kept(Octets nonce, long at) {}

    private record Part(Sequencing sequencing, Secret content) {}

    private final Link link;
    private S0Cipher cipher;
    private final int maximumPart;
    private final SecureRandom random;
    private final LongSupplier nanoTime;
    private final IssuedNonces issued;
    private final Halves halves;
    private final Deque<Part> waiting = new ArrayDeque<>();
    private Optional<Kept> kept = Optional.empty();
    private Optional<Long> askedAt = Optional.empty();
    private int sequenceCounter;

    /**
     * A session in which nothing has happened yet.
     *
     * @param keys outlive the session, which does not wipe them
     * @param maximumFrame bytes of the longest command that a frame to the peer can hold, 46 where routes are to be possible
     * @param nanoTime monotonic time
     */
    public S0Session(Link link, S0Keys keys, int maximumFrame, SecureRandom random, LongSupplier nanoTime) {
        this.link = link;
        this.cipher = new S0Cipher(keys);
        this.maximumPart = maximumFrame - S0Message.OVERHEAD;
        this.random = random;
        this.nanoTime = nanoTime;
        this.issued = new IssuedNonces(random, nanoTime);
        this.halves = new Halves(nanoTime);
        this.sequenceCounter = random.nextInt(16);
    }

    /** Other keys from now on, as when one was handed over; nonces that were issued stay good. */
    public void use(S0Keys keys) {
        cipher = new S0Cipher(keys);
    }

    /** The most bytes that a command may have. */
    public int room() {
        return 2 * maximumPart;
    }

    /** Begins to send a command, in two halves if one frame does not hold it; a command begun before is given up. */
    public Outgoing begin(Secret command) {
        cancel();
        int length = command.length();
        if (length > room()) {
            return new Outgoing.TooLong(room());
        }
        if (length <= maximumPart) {
            waiting.add(new Part(Sequencing.WHOLE, command.copy()));
        } else {
            sequenceCounter = sequenceCounter + 1 & 0x0F;
            waiting.add(new Part(new Sequencing(true, false, sequenceCounter), part(command, 0, maximumPart)));
            waiting.add(new Part(new Sequencing(true, true, sequenceCounter), part(command, maximumPart, length)));
        }
        long now = nanoTime.getAsLong();
        Optional<Octets> nonce =
                kept.filter(each -> now - each.at <= PEER_NONCE_LIFETIME).map(Kept::nonce);
        kept = Optional.empty();
        if (nonce.isPresent()) {
            return encapsulate(nonce.get());
        }
        if (askedAt.filter(at -> now - at <= ASKING).isPresent()) {
            return new Outgoing.NonceAwaited();
        }
        askedAt = Optional.of(now);
        return new Outgoing.NonceNeeded(new S0Nonce.Get());
    }

    /** Gives up the command that waits for a nonce; one that was asked for and comes yet is kept. */
    public void cancel() {
        waiting.forEach(each -> each.content.wipe());
        waiting.clear();
    }

    /** Takes a Nonce Report. */
    public Incoming onNonceReport(S0Nonce.Report report) {
        if (askedAt.isEmpty()) {
            return new Incoming.Ignored(Incoming.Reason.UNSOLICITED);
        }
        askedAt = Optional.empty();
        if (waiting.isEmpty()) {
            kept = Optional.of(new Kept(report.nonce(), nanoTime.getAsLong()));
            return new Incoming.NonceKept();
        }
        return new Incoming.NonceReceived(encapsulate(report.nonce()));
    }

    private Outgoing.Encapsulated encapsulate(Octets nonce) {
        Part part = waiting.remove();
        boolean complete = waiting.isEmpty();
        byte[] own = new byte[S0Nonce.LENGTH];
        random.nextBytes(own);
        byte[] plaintext = part.content.use(content -> {
            byte[] sequenced = new byte[content.length + 1];
            sequenced[0] = (byte) part.sequencing.octet();
            System.arraycopy(content, 0, sequenced, 1, content.length);
            return sequenced;
        });
        part.content.wipe();
        S0Message.Form form = complete ? S0Message.Last::new : S0Message.NonceGet::new;
        int header = complete ? S0Message.Last.TYPE.command() : S0Message.NonceGet.TYPE.command();
        S0Message message =
                cipher.encrypt(form, header, link.ownNodeId(), link.peerNodeId(), Octets.of(own), nonce, plaintext);
        Arrays.fill(plaintext, (byte) 0);
        if (!complete) {
            askedAt = Optional.of(nanoTime.getAsLong());
        }
        return new Outgoing.Encapsulated(message, complete);
    }

    /** Takes a Nonce Get. */
    public Incoming onNonceGet() {
        return new Incoming.NonceAsked(new S0Nonce.Report(issued.issue()));
    }

    /** Takes a message that was sent to this host alone. */
    public Incoming onMessage(S0Message message) {
        Optional<Octets> nonce = issued.take(message.receiverNonceId());
        if (nonce.isEmpty()) {
            return new Incoming.Ignored(Incoming.Reason.UNKNOWN_NONCE);
        }
        Optional<byte[]> plaintext = cipher.decrypt(message, link.peerNodeId(), link.ownNodeId(), nonce.get());
        if (plaintext.isEmpty()) {
            return new Incoming.Ignored(Incoming.Reason.FORGED);
        }
        byte[] bytes = plaintext.get();
        Sequencing sequencing = Sequencing.of(bytes[0]);
        byte[] content = Arrays.copyOfRange(bytes, 1, bytes.length);
        Secret part = Secret.of(content);
        Arrays.fill(content, (byte) 0);
        Arrays.fill(bytes, (byte) 0);
        return opened(message, sequencing, part);
    }

    private Incoming opened(S0Message message, Sequencing sequencing, Secret part) {
        if (part.length() == 0 || sequencing.second() && !sequencing.sequenced()) {
            part.wipe();
            return new Incoming.Ignored(Incoming.Reason.MALFORMED);
        }
        if (sequencing.sequenced() && !sequencing.second()) {
            halves.first(sequencing.counter(), part);
            return new Incoming.HalfOpened(new S0Nonce.Report(issued.issue()));
        }
        Optional<Secret> command =
                sequencing.sequenced() ? halves.second(sequencing.counter(), part) : Optional.of(part);
        if (command.isEmpty()) {
            return new Incoming.Ignored(Incoming.Reason.SEQUENCE);
        }
        Optional<S0Nonce.Report> reply = message instanceof S0Message.NonceGet
                ? Optional.of(new S0Nonce.Report(issued.issue()))
                : Optional.empty();
        return new Incoming.Opened(command.get(), reply);
    }

    private static Secret part(Secret command, int from, int to) {
        return command.use(bytes -> {
            byte[] part = Arrays.copyOfRange(bytes, from, to);
            Secret secret = Secret.of(part);
            Arrays.fill(part, (byte) 0);
            return secret;
        });
    }

    /** Forgets nonces and halves; the keys are not this session's to wipe. */
    @Override
    public void close() {
        cancel();
        kept = Optional.empty();
        askedAt = Optional.empty();
        issued.clear();
        halves.clear();
    }
}
