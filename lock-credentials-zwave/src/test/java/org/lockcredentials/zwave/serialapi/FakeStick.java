package org.lockcredentials.zwave.serialapi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.spi.Scheduler;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.zwave.frame.DataFrame;
import org.lockcredentials.zwave.frame.FakeLine;
import org.lockcredentials.zwave.frame.FakeModule;
import org.lockcredentials.zwave.frame.Faults;
import org.lockcredentials.zwave.serialapi.function.ApplicationCommand;
import org.lockcredentials.zwave.serialapi.function.ApplicationNodeInformation;
import org.lockcredentials.zwave.serialapi.function.ApplicationUpdate;
import org.lockcredentials.zwave.serialapi.function.FunctionId;
import org.lockcredentials.zwave.serialapi.function.GetLongRangeNodes;
import org.lockcredentials.zwave.serialapi.function.GetNodeProtocolInfo;
import org.lockcredentials.zwave.serialapi.function.InitData;
import org.lockcredentials.zwave.serialapi.function.NetworkIds;
import org.lockcredentials.zwave.serialapi.function.NodeIdBase;
import org.lockcredentials.zwave.serialapi.function.NodeInformation;
import org.lockcredentials.zwave.serialapi.function.NodeProtocolInfo;
import org.lockcredentials.zwave.serialapi.function.Payload;
import org.lockcredentials.zwave.serialapi.function.RequestNodeInfo;
import org.lockcredentials.zwave.serialapi.function.RxStatus;
import org.lockcredentials.zwave.serialapi.function.SendData;
import org.lockcredentials.zwave.serialapi.function.SendDataBridge;
import org.lockcredentials.zwave.serialapi.function.SerialApiCapabilities;
import org.lockcredentials.zwave.serialapi.function.Setup;
import org.lockcredentials.zwave.serialapi.function.Started;
import org.lockcredentials.zwave.serialapi.function.SucNodeId;
import org.lockcredentials.zwave.serialapi.function.TransmitReport;
import org.lockcredentials.zwave.serialapi.function.TransmitStatus;
import org.lockcredentials.zwave.serialapi.function.Version;

/**
 * A Z-Wave stick with its network: a bridge controller of the 800 series unless a test says otherwise.
 *
 * <p>Nodes are functions from the command they get to those they send back; an absent node does not acknowledge.
 */
public final class FakeStick {

    private static final Duration ON_THE_AIR = Duration.ofMillis(20);

    private final Scheduler time;
    private final FakeLine line = new FakeLine();
    private final FakeModule module;
    private final Map<Integer, Function<byte[], List<byte[]>>> nodes = new TreeMap<>();
    private final Set<FunctionId> mute = EnumSet.noneOf(FunctionId.class);
    private final Set<FunctionId> withoutCallback = EnumSet.noneOf(FunctionId.class);
    private final Set<FunctionId> missing = EnumSet.noneOf(FunctionId.class);
    private final Set<Integer> longRangeNodes = new TreeSet<>();
    private final Map<Integer, List<Integer>> classes = new HashMap<>();
    private final Map<Integer, NodeProtocolInfo> protocolInfos = new HashMap<>();
    private final Set<Integer> asleep = new HashSet<>();
    private final List<String> log = new ArrayList<>();
    private final List<byte[]> sent = new ArrayList<>();
    private NodeIdBase base = NodeIdBase.EIGHT_BIT;
    private Optional<ApplicationNodeInformation> information = Optional.empty();
    private boolean wide = true;
    private boolean bridge = true;
    private boolean jammed;
    private boolean jamSurvivesReset;
    private boolean saysStarted = true;
    private boolean answersTwice;
    private int refusals;
    private int chip = 8;

    /** A stick behind {@link #line()}. */
    public FakeStick(ManualScheduler time) {
        this.time = time;
        this.module = new FakeModule(line::arrive, time, this::request);
        line.attach(module::fromHost);
    }

    /**
     * A stick behind some other line.
     *
     * @param time whose one thread is the only one that uses this stick
     * @param host takes what the stick says
     */
    public FakeStick(Scheduler time, Consumer<byte[]> host) {
        this.time = time;
        this.module = new FakeModule(host, time, this::request);
    }

    /** The module behind the line. */
    public FakeModule module() {
        return module;
    }

    /** The port to open. */
    public FakeLine line() {
        return line;
    }

    public void faults(Faults faults) {
        module.faults(faults);
    }

    /** Frames that got through damaged with a checksum that fits. */
    public int forged() {
        return module.forged();
    }

    /** A static controller of an old series with node ids of one byte and without Setup. */
    public FakeStick plain() {
        wide = false;
        bridge = false;
        chip = 5;
        return this;
    }

    /** Adds a node that acknowledges every command and answers with what {@code answers} returns. */
    public FakeStick node(int id, Function<byte[], List<byte[]>> answers) {
        nodes.put(id, answers);
        return this;
    }

    /** The node lists these command classes in the clear. */
    public FakeStick lists(int node, Integer... commandClasses) {
        classes.put(node, List.of(commandClasses));
        return this;
    }

    /** The node sleeps, and listens only while {@link #wakes} says so. */
    public FakeStick sleeps(int node) {
        NodeProtocolInfo info = protocolInfo(node);
        protocolInfos.put(
                node,
                new NodeProtocolInfo(
                        info.capability(),
                        info.security() & 0x9F,
                        info.reserved(),
                        info.basic(),
                        info.generic(),
                        info.specific()));
        asleep.add(node);
        return this;
    }

    public void wakes(int node) {
        asleep.remove(node);
    }

    public void fallsAsleep(int node) {
        asleep.add(node);
    }

    /** From now on the function is acknowledged but not answered. */
    public void mute(FunctionId function) {
        mute.add(function);
    }

    /** From now on the function is answered but its callback never comes. */
    public void withoutCallback(FunctionId function) {
        withoutCallback.add(function);
    }

    /** The module does not offer the function. */
    public FakeStick without(FunctionId function) {
        missing.add(function);
        return this;
    }

    /** The network has these Long Range nodes. */
    public FakeStick longRange(Integer... ids) {
        longRangeNodes.addAll(List.of(ids));
        return this;
    }

    /** So many transmissions are refused from now on. */
    public void refuse(int transmissions) {
        refusals = transmissions;
    }

    /** From now on each transmission is answered as if it had run twice: refused the second time, and called back twice. */
    public void answersTwice() {
        answersTwice = true;
    }

    /** From now on nothing goes out, until a reset if that helps. */
    public void jam(boolean survivesReset) {
        jammed = true;
        jamSurvivesReset = survivesReset;
    }

    /** From now on the stick does not tell that it started. */
    public void startsSilently() {
        saysStarted = false;
    }

    /** What nodes hear when they ask the stick what the host is. */
    public Optional<ApplicationNodeInformation> information() {
        return information;
    }

    /** The functions that the host called since this was last asked. */
    public List<String> called() {
        List<String> taken = List.copyOf(log);
        log.clear();
        return taken;
    }

    /** The commands that nodes got since this was last asked. */
    public List<byte[]> received() {
        List<byte[]> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    /** A node sends a command by itself. */
    public void command(int from, byte... command) {
        ApplicationCommand received = new ApplicationCommand(
                new RxStatus(0),
                from,
                bridge ? OptionalInt.of(1) : OptionalInt.empty(),
                new Payload(command),
                List.of(),
                OptionalInt.of(-60));
        say(received.function(), out -> received.encode(out, base));
    }

    /** The stick restarts. */
    public void restart() {
        module.restart();
        base = NodeIdBase.EIGHT_BIT;
        jammed = jammed && jamSurvivesReset;
        withoutCallback.clear();
        if (saysStarted) {
            Started started = new Started(7, false, 1, 2, 7, List.of(), true);
            time.schedule(Duration.ofMillis(300), () -> say(FunctionId.STARTED, started::encode));
        }
    }

    private void request(DataFrame frame) {
        FunctionId function = FunctionId.of(frame.function()).orElse(null);
        if (frame.type() != DataFrame.Type.REQUEST || function == null) {
            return;
        }
        log.add(function.toString());
        if (!mute.contains(function)) {
            try {
                answer(function, ByteReader.of(frame.parameters()));
            } catch (DecodeException damagedOnItsWay) {
                log.add("malformed");
            }
        }
    }

    private void answer(FunctionId function, ByteReader in) throws DecodeException {
        switch (function) {
            case GET_CAPABILITIES -> respond(function, capabilities()::encode);
            case GET_VERSION -> respond(function, new Version("Z-Wave 7.19", bridge ? 7 : 1)::encode);
            case GET_INIT_DATA -> respond(function, initData()::encode);
            case GET_CONTROLLER_CAPABILITIES -> respond(function, out -> out.u8(0x1C));
            case GET_SUC_NODE_ID -> respond(function, out -> new SucNodeId(OptionalInt.of(1)).encode(out, base));
            case MEMORY_GET_ID -> respond(function, out -> new NetworkIds(0xCAFEBABEL, 1).encode(out, base));
            case SETUP -> setup(in);
            case GET_LONG_RANGE_NODES ->
                longRangeNodes(GetLongRangeNodes.decode(in).segment());
            case SOFT_RESET -> restart();
            case APPLICATION_NODE_INFORMATION -> information = Optional.of(ApplicationNodeInformation.decode(in));
            case GET_NODE_PROTOCOL_INFO -> {
                int node = GetNodeProtocolInfo.decode(in, base).nodeId();
                respond(function, protocolInfos.getOrDefault(node, protocolInfo(node))::encode);
            }
            case REQUEST_NODE_INFO -> nodeInfo(RequestNodeInfo.decode(in, base).nodeId());
            case SEND_DATA -> {
                SendData call = SendData.decode(in, base);
                transmit(function, call.destination(), call.data(), call.callbackId());
            }
            case SEND_DATA_BRIDGE -> {
                SendDataBridge call = SendDataBridge.decode(in, base);
                transmit(function, call.destination(), call.data(), call.callbackId());
            }
            default -> log.add("unanswered");
        }
    }

    private void setup(ByteReader in) throws DecodeException {
        int subFunction = in.u8();
        int value = in.isEmpty() ? 0 : in.u8();
        respond(
                FunctionId.SETUP,
                out -> out.u8(subFunction)
                        .u8(
                                switch (subFunction) {
                                    case Setup.GET_SUPPORTED ->
                                        Setup.GET_SUPPORTED
                                                | Setup.SET_TX_STATUS_REPORT
                                                | Setup.GET_MAX_PAYLOAD_SIZE
                                                | Setup.SET_NODE_ID_BASE_TYPE;
                                    case Setup.GET_MAX_PAYLOAD_SIZE -> 46;
                                    default -> 1;
                                }));
        if (subFunction == Setup.SET_NODE_ID_BASE_TYPE) {
            base = value == 2 ? NodeIdBase.SIXTEEN_BIT : NodeIdBase.EIGHT_BIT;
        }
    }

    private void longRangeNodes(int segment) {
        List<Integer> nodes = longRangeNodes.stream()
                .filter(node -> (node - 256) / 1024 == segment)
                .toList();
        boolean more = longRangeNodes.stream().anyMatch(node -> (node - 256) / 1024 > segment);
        respond(FunctionId.GET_LONG_RANGE_NODES, new GetLongRangeNodes.Response(more, segment, nodes)::encode);
    }

    private void transmit(FunctionId function, int destination, Payload data, int callbackId) {
        boolean refused = refusals-- > 0;
        respond(function, out -> out.u8(refused ? 0 : 1));
        if (refused) {
            return;
        }
        if (answersTwice) {
            respond(function, out -> out.u8(0));
        }
        time.schedule(ON_THE_AIR, () -> {
            Function<byte[], List<byte[]>> node = asleep.contains(destination) ? null : nodes.get(destination);
            TransmitStatus status =
                    jammed ? TransmitStatus.FAIL : node == null ? TransmitStatus.NO_ACK : TransmitStatus.OK;
            if (!withoutCallback.contains(function)) {
                OptionalInt ticks = OptionalInt.of(jammed ? 0 : 2);
                TransmitReport report = new TransmitReport(callbackId, status, ticks, OptionalInt.of(0));
                say(function, report::encode);
                if (answersTwice) {
                    say(function, report::encode);
                }
            }
            if (status == TransmitStatus.OK && node != null) {
                sent.add(data.bytes());
                node.apply(data.bytes()).forEach(answer -> command(destination, answer));
            }
        });
    }

    private void nodeInfo(int node) {
        respond(FunctionId.REQUEST_NODE_INFO, out -> out.u8(1));
        List<Integer> listed = classes.getOrDefault(node, List.of(0x98, 0x9F));
        ApplicationUpdate update = nodes.containsKey(node) && !asleep.contains(node)
                ? new ApplicationUpdate.NodeInfoReceived(new NodeInformation(node, 4, 0x40, 3, listed))
                : new ApplicationUpdate.NodeInfoRequestFailed();
        time.schedule(ON_THE_AIR, () -> say(FunctionId.APPLICATION_UPDATE, out -> update.encode(out, base)));
    }

    /** What the controller knows of a node, which a test can tell from what it knows of others. */
    public static NodeProtocolInfo protocolInfo(int node) {
        return new NodeProtocolInfo(0x53, 0xDC, 1, 4, 0x40, node & 0xFF);
    }

    private InitData initData() {
        List<Integer> ids = new ArrayList<>(nodes.keySet());
        ids.removeAll(longRangeNodes);
        ids.add(0, 1);
        return new InitData(10, 0x08, ids, chip, 0);
    }

    private SerialApiCapabilities capabilities() {
        Set<FunctionId> functions = EnumSet.allOf(FunctionId.class);
        if (!wide) {
            functions.remove(FunctionId.SETUP);
        }
        functions.removeAll(missing);
        if (!bridge) {
            functions.remove(FunctionId.SEND_DATA_BRIDGE);
        }
        return new SerialApiCapabilities(
                7,
                19,
                0x0000,
                0x0004,
                0x0004,
                functions.stream().map(FunctionId::code).toList());
    }

    private void respond(FunctionId function, Consumer<ByteWriter> parameters) {
        module.send(DataFrame.response(function.code(), bytes(parameters)));
    }

    private void say(FunctionId function, Consumer<ByteWriter> parameters) {
        module.send(DataFrame.request(function.code(), bytes(parameters)));
    }

    private static byte[] bytes(Consumer<ByteWriter> parameters) {
        ByteWriter out = new ByteWriter();
        parameters.accept(out);
        return out.takeBytes();
    }
}
