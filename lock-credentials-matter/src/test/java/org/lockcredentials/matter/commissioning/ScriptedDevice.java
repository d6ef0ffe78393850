package org.lockcredentials.matter.commissioning;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.attestation.AttestationElements;
import org.lockcredentials.matter.attestation.NocsrElements;
import org.lockcredentials.matter.attestation.TestMaker;
import org.lockcredentials.matter.certificate.CertificateSigningRequest;
import org.lockcredentials.matter.certificate.ChainException;
import org.lockcredentials.matter.certificate.MatterCertificate;
import org.lockcredentials.matter.certificate.NocChain;
import org.lockcredentials.matter.cluster.accesscontrol.AccessControl;
import org.lockcredentials.matter.cluster.basicinformation.BasicInformation;
import org.lockcredentials.matter.cluster.doorlock.DoorLock;
import org.lockcredentials.matter.cluster.operationalcredentials.OperationalCredentials;
import org.lockcredentials.matter.crypto.FabricKeys;
import org.lockcredentials.matter.crypto.P256KeyPair;
import org.lockcredentials.matter.exchange.Exchange;
import org.lockcredentials.matter.exchange.ExchangeHandler;
import org.lockcredentials.matter.exchange.Received;
import org.lockcredentials.matter.exchange.TestNode;
import org.lockcredentials.matter.interaction.AttributeData;
import org.lockcredentials.matter.interaction.AttributeId;
import org.lockcredentials.matter.interaction.AttributePath;
import org.lockcredentials.matter.interaction.AttributeStatus;
import org.lockcredentials.matter.interaction.CommandData;
import org.lockcredentials.matter.interaction.CommandPath;
import org.lockcredentials.matter.interaction.CommandStatus;
import org.lockcredentials.matter.interaction.InteractionMessage;
import org.lockcredentials.matter.interaction.InvokeRequest;
import org.lockcredentials.matter.interaction.InvokeResponse;
import org.lockcredentials.matter.interaction.ReadRequest;
import org.lockcredentials.matter.interaction.ReportData;
import org.lockcredentials.matter.interaction.Status;
import org.lockcredentials.matter.interaction.StatusIb;
import org.lockcredentials.matter.interaction.StatusResponse;
import org.lockcredentials.matter.interaction.TimedRequest;
import org.lockcredentials.matter.interaction.Wanted;
import org.lockcredentials.matter.interaction.WriteRequest;
import org.lockcredentials.matter.interaction.WriteResponse;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.securechannel.CaseResponder;
import org.lockcredentials.matter.securechannel.CertifiedMember;
import org.lockcredentials.matter.securechannel.PaseResponder;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.lockcredentials.testing.ManualScheduler;

/**
 * A device in virtual time that lets itself be commissioned as section 5.5 has it, fail-safe included, and takes each step as the test says.
 *
 * <p>Tests look at its own truth: whether it is in a fabric, and for good.
 */
public final class ScriptedDevice {

    public static final String PASSCODE = "20202021";
    public static final int VENDOR = 0xFFF1;
    public static final int PRODUCT = 0x8000;

    /** What is none of the steps. */
    public static final CommissioningStep ELSE = CommissioningStep.DISCOVERY;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long GENERAL_COMMISSIONING = 0x30;
    private static final long OPERATIONAL_CREDENTIALS = 0x3E;
    private static final long ADMINISTRATOR_COMMISSIONING = 0x3C;
    private static final int PBKDF_PARAM_REQUEST = 0x20;
    private static final int SIGMA1 = 0x30;

    /** How it takes a step. */
    public enum Manner {
        DOES,
        REFUSES,
        /** Does it, and its answer is lost. */
        DOES_UNHEARD,
        /** Does not hear of it. */
        HEARS_NOTHING
    }

    private final ManualScheduler time;
    private final TestNode node;
    private final TestMaker maker = new TestMaker();
    private final PaseResponder pase;
    private final Map<CommissioningStep, Queue<Manner>> script = new EnumMap<>(CommissioningStep.class);
    private final Map<AttributeId, TlvElement> values = new HashMap<>();
    private final List<CommissioningStep> steps = new ArrayList<>();
    private final List<Duration> armings = new ArrayList<>();
    private final List<SecureSession> byPasscode = new ArrayList<>();
    private Optional<Cancellable> failSafe = Optional.empty();
    private Optional<P256KeyPair> nodeKey = Optional.empty();
    private Optional<MatterCertificate> root = Optional.empty();
    private Optional<CaseResponder> fabric = Optional.empty();
    private long administrator;
    private boolean committed;
    private boolean silent;
    private boolean silentOnceCommitted;
    private boolean windowOpen;

    public ScriptedDevice(ManualScheduler time, TestNode node) {
        this(time, node, PASSCODE);
    }

    public ScriptedDevice(ManualScheduler time, TestNode node, String passcode) {
        this.time = time;
        this.node = node;
        this.pase = new PaseResponder(node, Secret.of(passcode), byPasscode::add);
        has(BasicInformation.VENDOR_ID.at(0), VENDOR);
        has(BasicInformation.PRODUCT_ID.at(0), PRODUCT);
        has(OperationalCredentials.CURRENT_FABRIC_INDEX.at(0), 1);
        has(DoorLock.FEATURE_MAP.at(1), 0);
        node.exchanges.handle(ProtocolId.SECURE_CHANNEL, new SecureChannelSide());
        node.exchanges.handle(ProtocolId.INTERACTION_MODEL, this::asked);
    }

    public InetSocketAddress address() {
        return node.address();
    }

    /** Takes this step so, once for each; after that, and all others, as it should. */
    public void at(CommissioningStep step, Manner... manners) {
        script.computeIfAbsent(step, each -> new ArrayDeque<>()).addAll(List.of(manners));
    }

    /** Hears nothing of all that comes from now on, or hears again. */
    public void silent(boolean now) {
        silent = now;
    }

    /** Hears nothing any more from its answer to the last step on. */
    public void silentOnceCommitted() {
        silentOnceCommitted = true;
    }

    /** Hears again. */
    public void answersAgain() {
        silentOnceCommitted = false;
        silent = false;
    }

    /** In the fabric, for good or as long as its fail-safe is armed. */
    public boolean isInFabric() {
        return fabric.isPresent();
    }

    /** In the fabric for good. */
    public boolean isCommitted() {
        return committed;
    }

    public boolean isArmed() {
        return failSafe.isPresent();
    }

    public boolean isWindowOpen() {
        return windowOpen;
    }

    /** For how long its fail-safe was armed each time. */
    public List<Duration> armings() {
        return armings;
    }

    /** What it was asked for, in order. */
    public List<CommissioningStep> steps() {
        return steps;
    }

    private void has(AttributeId id, long value) {
        values.put(id, element(out -> out.unsigned(0, value)));
    }

    private static TlvElement element(Consumer<TlvWriter> only) {
        return Tlv.tree(only).members().get(0).element();
    }

    private Manner manner(CommissioningStep step) {
        if (silent) {
            return Manner.HEARS_NOTHING;
        }
        steps.add(step);
        Queue<Manner> left = script.getOrDefault(step, new ArrayDeque<>());
        return left.isEmpty() ? Manner.DOES : left.remove();
    }

    private final class SecureChannelSide implements ExchangeHandler {

        @Override
        public boolean takesUnsecured() {
            return true;
        }

        @Override
        public void opened(Exchange exchange, Received first) {
            if (first.opcode() == PBKDF_PARAM_REQUEST) {
                handshake(
                        exchange, first, CommissioningStep.PASSCODE, committed ? Optional.empty() : Optional.of(pase));
            } else if (first.opcode() == SIGMA1) {
                handshake(exchange, first, CommissioningStep.OPERATIONAL_SESSION, fabric);
            } else {
                exchange.close();
                node.sessions.close(exchange.session());
            }
        }

        private void handshake(
                Exchange exchange, Received first, CommissioningStep step, Optional<? extends ExchangeHandler> able) {
            Manner manner = manner(step);
            if (manner == Manner.HEARS_NOTHING || manner == Manner.DOES_UNHEARD) {
                exchange.close();
            } else if (manner == Manner.REFUSES || able.isEmpty()) {
                // FAILURE, of the secure channel, INVALID_PARAMETER or NO_SHARED_TRUST_ROOTS.
                byte code = (byte) (step == CommissioningStep.PASSCODE ? 2 : 1);
                exchange.send(0x40, new byte[] {1, 0, 0, 0, 0, 0, code, 0});
                exchange.close();
            } else {
                able.get().opened(exchange, first);
            }
        }
    }

    private void asked(Exchange exchange, Received first) {
        try {
            InteractionMessage message = InteractionMessage.decode(first.opcode(), first.payload());
            if (message instanceof TimedRequest) {
                StatusResponse taken = new StatusResponse(Status.SUCCESS);
                exchange.request(taken.opcode(), taken.encode(), PATIENCE).thenAccept(next -> asked(exchange, next));
            } else if (message instanceof ReadRequest read) {
                boolean access = read.wanted().attributes().stream()
                        .anyMatch(path -> path.cluster()
                                .equals(Optional.of(
                                        AccessControl.ACL.attribute().cluster())));
                answer(
                        exchange,
                        manner(access ? CommissioningStep.ACCESS : CommissioningStep.SURVEY),
                        () -> report(read.wanted()),
                        new StatusResponse(Status.of(Status.Code.FAILURE)));
            } else if (message instanceof WriteRequest write) {
                AttributePath path = write.writes().get(0).path();
                answer(
                        exchange,
                        manner(CommissioningStep.LABEL),
                        () -> new WriteResponse(List.of(new AttributeStatus(path, StatusIb.SUCCESS))),
                        new WriteResponse(List.of(new AttributeStatus(path, StatusIb.of(Status.Code.FAILURE)))));
            } else if (message instanceof InvokeRequest invoke) {
                CommandData command = invoke.commands().get(0);
                answer(
                        exchange,
                        manner(step(command.path())),
                        () -> done(exchange, command),
                        status(command.path(), Status.Code.FAILURE));
            } else {
                answer(exchange, Manner.REFUSES, () -> message, new StatusResponse(Status.of(Status.Code.FAILURE)));
            }
        } catch (DecodeException malformed) {
            throw new AssertionError(malformed);
        }
    }

    @FunctionalInterface
    private interface Doing {

        InteractionMessage done() throws DecodeException;
    }

    private void answer(Exchange exchange, Manner manner, Doing doing, InteractionMessage refusal)
            throws DecodeException {
        boolean does = manner == Manner.DOES || manner == Manner.DOES_UNHEARD;
        InteractionMessage answer = does ? doing.done() : refusal;
        if (!silent && (manner == Manner.DOES || manner == Manner.REFUSES)) {
            exchange.send(answer.opcode(), answer.encode());
        }
        silent |= silentOnceCommitted && committed;
        exchange.close();
    }

    private InteractionMessage report(Wanted wanted) {
        List<AttributeData> told = values.entrySet().stream()
                .filter(each -> wanted.attributes().stream().anyMatch(path -> means(path, each.getKey())))
                .map(each -> new AttributeData(Optional.empty(), AttributePath.of(each.getKey()), each.getValue()))
                .toList();
        return new ReportData(Optional.empty(), told, List.of(), List.of(), false, true);
    }

    private static boolean means(AttributePath path, AttributeId id) {
        return path.endpoint().orElse(id.endpoint()) == id.endpoint()
                && path.cluster().orElse(id.cluster()) == id.cluster()
                && path.attribute().orElse(id.attribute()) == id.attribute();
    }

    private static CommissioningStep step(CommandPath command) {
        return switch ((int) (command.cluster() << 8 | command.command())) {
            case 0x3000 -> CommissioningStep.FAIL_SAFE;
            case 0x3002 -> CommissioningStep.REGULATORY;
            case 0x3004 -> CommissioningStep.COMPLETE;
            case 0x3E00, 0x3E02 -> CommissioningStep.ATTESTATION;
            case 0x3E04 -> CommissioningStep.CERTIFICATE_REQUEST;
            case 0x3E0B -> CommissioningStep.ROOT_CERTIFICATE;
            case 0x3E06 -> CommissioningStep.NODE_CERTIFICATE;
            default -> ELSE;
        };
    }

    private InteractionMessage done(Exchange exchange, CommandData command) throws DecodeException {
        TlvStructure fields = command.fields();
        SecureSession session = (SecureSession) exchange.session();
        CommandPath path = command.path();
        if (path.cluster() == GENERAL_COMMISSIONING) {
            return switch ((int) path.command()) {
                case 0x00 -> code(path, 0x01, armed(Duration.ofSeconds(fields.u16(0))));
                case 0x02 -> code(path, 0x03, 0);
                default -> code(path, 0x05, completed());
            };
        }
        if (path.cluster() == ADMINISTRATOR_COMMISSIONING) {
            boolean opens = path.command() == 0x00;
            if (opens == windowOpen) {
                // BUSY, WINDOW_NOT_OPEN
                return status(path, new StatusIb(Status.of(Status.Code.FAILURE), Optional.of(opens ? 2 : 4)));
            }
            windowOpen = opens;
            return status(path, Status.Code.SUCCESS);
        }
        if (path.cluster() != OPERATIONAL_CREDENTIALS) {
            return status(path, Status.Code.UNSUPPORTED_CLUSTER);
        }
        return switch ((int) path.command()) {
            case 0x00 ->
                signed(
                        path,
                        0x01,
                        session,
                        new AttestationElements(maker.declaration(), fields.bytes(0), 0, Optional.empty()).encode());
            case 0x02 -> answer(path, 0x03, out -> out.bytes(0, read(fields) == 1 ? maker.device() : maker.maker()));
            case 0x04 -> signed(path, 0x05, session, new NocsrElements(request(), fields.bytes(0)).encode());
            case 0x06 -> code(path, 0x08, joined(fields));
            case 0x0A -> code(path, 0x08, left());
            case 0x0B -> trusted(path, fields.bytes(0));
            default -> status(path, Status.Code.UNSUPPORTED_COMMAND);
        };
    }

    private static int read(TlvStructure fields) {
        try {
            return fields.u8(0);
        } catch (DecodeException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private int armed(Duration expiry) {
        failSafe.ifPresent(Cancellable::cancel);
        failSafe = Optional.empty();
        armings.add(expiry);
        if (expiry.isZero()) {
            rollBack();
        } else {
            failSafe = Optional.of(time.schedule(expiry, () -> {
                failSafe = Optional.empty();
                rollBack();
            }));
        }
        return 0;
    }

    private void rollBack() {
        if (!committed) {
            left();
        }
    }

    private int left() {
        fabric.ifPresent(each -> List.copyOf(each.established()).forEach(node.sessions::close));
        fabric = Optional.empty();
        committed = false;
        return 0;
    }

    /** NO_FAIL_SAFE if it is not armed; ends the session of the passcode, and with it its rights. */
    private int completed() {
        if (failSafe.isEmpty()) {
            return 3;
        }
        failSafe.get().cancel();
        failSafe = Optional.empty();
        committed = true;
        byPasscode.forEach(node.sessions::close);
        return 0;
    }

    private byte[] request() {
        P256KeyPair pair = P256KeyPair.generate();
        nodeKey = Optional.of(pair);
        return CertificateSigningRequest.encode(pair);
    }

    private InteractionMessage trusted(CommandPath path, byte[] rcac) throws DecodeException {
        root = Optional.of(MatterCertificate.decode(rcac));
        return status(path, Status.Code.SUCCESS);
    }

    private int joined(TlvStructure fields) throws DecodeException {
        MatterCertificate above = root.orElseThrow();
        NocChain chain = new NocChain(above, Optional.empty(), MatterCertificate.decode(fields.bytes(0)));
        administrator = fields.u64(3);
        try (Secret epochKey = fields.secret(2)) {
            long compressed = FabricKeys.compressedFabricId(
                    above.publicKey(), chain.verify(time.now()).fabricId());
            CertifiedMember member = new CertifiedMember(
                    chain, nodeKey.orElseThrow(), FabricKeys.operationalIpk(epochKey, compressed), time::now);
            fabric = Optional.of(new CaseResponder(node, member, administrator));
        } catch (ChainException broken) {
            throw new DecodeException("a certificate that breaks a rule: " + broken.rule());
        }
        values.put(
                AccessControl.ACL.attribute().at(0),
                element(out -> out.array(
                        0,
                        entries -> entries.structure(
                                Tag.ANONYMOUS,
                                entry -> entry.unsigned(1, 5)
                                        .unsigned(2, 2)
                                        .array(3, List.of(administrator), TlvWriter::unsigned)
                                        .nil(4)))));
        return 0;
    }

    private InteractionMessage signed(CommandPath path, int answer, SecureSession session, byte[] elements) {
        byte[] signature = session.attestationChallenge().use(challenge -> maker.deviceKey.sign(elements, challenge));
        return answer(path, answer, out -> out.bytes(0, elements).bytes(1, signature));
    }

    private static InteractionMessage code(CommandPath path, int answer, int code) {
        return answer(path, answer, out -> out.unsigned(0, code).utf8(answer == 0x08 ? 2 : 1, ""));
    }

    private static InteractionMessage answer(CommandPath path, int answer, Consumer<TlvWriter> fields) {
        CommandData command = new CommandData(
                new CommandPath(path.endpoint(), path.cluster(), answer), Tlv.tree(fields), Optional.empty());
        return new InvokeResponse(List.of(command), List.of(), false);
    }

    private static InteractionMessage status(CommandPath path, Status.Code code) {
        return status(path, StatusIb.of(code));
    }

    private static InteractionMessage status(CommandPath path, StatusIb status) {
        return new InvokeResponse(List.of(), List.of(new CommandStatus(path, status, Optional.empty())), false);
    }

    /** The text of its setup code. */
    public static Secret code() {
        return Secret.of("34970112332".getBytes(StandardCharsets.US_ASCII));
    }
}
