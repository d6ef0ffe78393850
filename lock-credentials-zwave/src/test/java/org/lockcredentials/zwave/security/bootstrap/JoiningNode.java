package org.lockcredentials.zwave.security.bootstrap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.SecretBytes;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.security2.Kex;
import org.lockcredentials.zwave.command.security2.PublicKeyReport;
import org.lockcredentials.zwave.command.security2.S2Message;
import org.lockcredentials.zwave.command.security2.S2NetworkKey;
import org.lockcredentials.zwave.command.security2.S2Nonce;
import org.lockcredentials.zwave.crypto.Ckdf;
import org.lockcredentials.zwave.crypto.Curve25519;
import org.lockcredentials.zwave.security.Link;
import org.lockcredentials.zwave.security.ScriptedRandom;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.security.s2.Incoming;
import org.lockcredentials.zwave.security.s2.Outgoing;
import org.lockcredentials.zwave.security.s2.S2Key;
import org.lockcredentials.zwave.security.s2.S2Session;

/** Node B of SDS13783 §3.6.6.4: joins as it should, except for what a test bends. */
public final class JoiningNode {

    /** What the node is about to say, and under which key; under none in the clear. */
    public record Speech(Command command, Optional<S2Key> key) {}

    private final Secret privateKey = Curve25519.newPrivateKey(new ScriptedRandom(77));
    private final byte[] publicKey = Curve25519.publicKey(privateKey);
    private final S2Session session =
            new S2Session(new Link(0xC0FFEE01, 5, 1), List.of(), new ScriptedRandom(78), () -> 0);
    private final int requested;
    private final UnaryOperator<Optional<Speech>> bend;
    private final Consumer<Command> air;
    private final List<SecurityClass> outstanding = new ArrayList<>();
    public final List<Secret> keys = new ArrayList<>();
    public Optional<Kex.Fail> failed = Optional.empty();
    private Optional<S2Key> temporary = Optional.empty();
    private Optional<Speech> waiting = Optional.empty();
    private Optional<Kex.Set> granted = Optional.empty();
    private Optional<Kex.Report> reported = Optional.empty();
    private SecurityClass current = SecurityClass.S0_LEGACY;

    public JoiningNode(int requested, UnaryOperator<Optional<Speech>> bend, Consumer<Command> air) {
        this.requested = requested;
        this.bend = bend;
        this.air = air;
    }

    public int pin() {
        return (publicKey[0] & 0xFF) << 8 | publicKey[1] & 0xFF;
    }

    public byte[] dsk() {
        return Arrays.copyOf(publicKey, 16);
    }

    public void receive(Command command) throws DecodeException {
        if (command instanceof S2Nonce.Get get) {
            heard(session.onNonceGet(get));
        } else if (command instanceof S2Nonce.Report report) {
            heard(session.onNonceReport(report));
        } else if (command instanceof S2Message message) {
            heard(session.onMessage(message));
        } else {
            understood(command);
        }
    }

    private void heard(Incoming incoming) throws DecodeException {
        if (incoming instanceof Incoming.Opened opened) {
            understood(Commands.decode(opened.command().orElseThrow()));
        } else if (incoming instanceof Incoming.NonceAsked asked) {
            air.accept(asked.reply());
        } else if (incoming instanceof Incoming.OutOfSync lost) {
            air.accept(lost.reply());
        } else if (incoming instanceof Incoming.NonceReceived && waiting.isPresent()) {
            speak(waiting.get());
        }
    }

    private void understood(Command command) {
        if (command instanceof Kex.Get) {
            reported = Optional.of(new Kex.Report(0x40, Kex.SCHEME_1, Kex.CURVE25519, requested));
            say(reported.get(), Optional.empty());
        } else if (command instanceof Kex.Set set) {
            outstanding.addAll(SecurityClass.ofMask(set.grantedKeys(), false));
            byte[] shown = publicKey.clone();
            if (outstanding.stream().anyMatch(SecurityClass::isAuthenticated)) {
                shown[0] = 0;
                shown[1] = 0;
            }
            granted = Optional.of(set);
            say(new PublicKeyReport(false, Octets.of(shown)), Optional.empty());
        } else if (command instanceof PublicKeyReport report) {
            byte[] including = report.publicKey().toBytes();
            temporary = Optional.of(S2Key.temporary(Curve25519.agree(privateKey, including)
                    .orElseThrow()
                    .use(shared -> Ckdf.temporary(shared, including, publicKey))));
            session.use(List.of(temporary.get()));
            say(granted.orElseThrow().echoed(), temporary);
        } else if (command instanceof Kex.Report report) {
            if (report.equals(reported.orElseThrow().echoed())) {
                next();
            }
        } else if (command instanceof S2NetworkKey.Report report) {
            keys.add(report.key().copy());
            S2Key key = S2Key.of(current, report.key());
            session.use(List.of(temporary.orElseThrow(), key));
            say(new S2NetworkKey.Verify(), Optional.of(key));
        } else if (command instanceof S2NetworkKey.TransferEnd end && end.keyVerified()) {
            outstanding.remove(current);
            next();
        } else if (command instanceof Kex.Fail fail) {
            failed = Optional.of(fail);
        }
    }

    private void next() {
        if (outstanding.isEmpty()) {
            say(new S2NetworkKey.TransferEnd(false, true), temporary);
        } else {
            current = outstanding.get(0);
            say(new S2NetworkKey.Get(current.bit()), temporary);
        }
    }

    private void say(Command command, Optional<S2Key> key) {
        bend.apply(Optional.of(new Speech(command, key))).ifPresent(this::speak);
    }

    private void speak(Speech speech) {
        if (speech.key().isEmpty()) {
            air.accept(speech.command());
            return;
        }
        S2Key key = speech.key().get();
        List<S2Key> trusted = new ArrayList<>(temporary.stream().toList());
        trusted.add(key);
        session.use(trusted);
        waiting = Optional.of(speech);
        Outgoing outgoing = session.encapsulate(key, SecretBytes.of(speech.command()));
        air.accept(
                outgoing instanceof Outgoing.Encapsulated encapsulated
                        ? encapsulated.message()
                        : ((Outgoing.NonceNeeded) outgoing).request());
    }
}
