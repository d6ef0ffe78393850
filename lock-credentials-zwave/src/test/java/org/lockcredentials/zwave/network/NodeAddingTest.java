package org.lockcredentials.zwave.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.zwave.inclusion.InclusionFailure;
import org.lockcredentials.zwave.inclusion.InclusionFailure.Why;
import org.lockcredentials.zwave.inclusion.InclusionStage;
import org.lockcredentials.zwave.serialapi.FakeStick;
import org.lockcredentials.zwave.serialapi.SerialApi;
import org.lockcredentials.zwave.serialapi.function.AddNode;
import org.lockcredentials.zwave.serialapi.function.AddNode.Status.Step;
import org.lockcredentials.zwave.serialapi.function.ApplicationCommand;
import org.lockcredentials.zwave.serialapi.function.NodeInformation;
import org.lockcredentials.zwave.transport.NodeKind;

/** The stick that is told to add a node keeps silent, fails or is lost, at every stage; times are those of INS13954 §4.4.1.3. */
final class NodeAddingTest {

    /** What a frame to the stick takes at most. */
    private static final Duration ON_THE_LINE = Duration.ofMillis(20);

    private static final int CALLBACK = 1;
    private static final NodeInformation LOCK = new NodeInformation(7, 4, 0x40, 3, List.of(0x9F));

    private final ManualScheduler time = new ManualScheduler();
    private final FakeStick stick = new FakeStick(time);
    private final Actor actor = new Actor(time.executor(), time);
    private final List<String> steps = new ArrayList<>();
    private final SerialApi api = new SerialApi(stick.line(), time.executor(), time, new SerialApi.Listener() {
        @Override
        public void commandReceived(ApplicationCommand command) {}
    });
    private final NodeAdding adding = adding();
    private CompletableFuture<Newcomer> result = new CompletableFuture<>();

    private NodeAdding adding() {
        time.advanceUntilDone(api.open(), Duration.ofSeconds(10));
        return new NodeAdding(
                new StickControl(api, actor, Duration.ofSeconds(20)),
                id -> new AddNode(AddNode.ANY, true, true, id),
                new AddingPatience(Duration.ofSeconds(60), () -> List.of(NodeKind.LISTENING)),
                new NodeAdding.Listener() {
                    @Override
                    public void waiting() {
                        steps.add("waiting");
                    }

                    @Override
                    public void found() {
                        steps.add("found");
                    }

                    @Override
                    public void joining(int nodeId) {
                        steps.add("joining " + nodeId);
                    }
                });
    }

    @Test
    void aNodeIsAddedAndTheStickIsIdleAfterwards() {
        begin();
        hear(Step.LEARN_READY, Step.NODE_FOUND, Step.ADDING_SLAVE, Step.PROTOCOL_DONE);
        assertFalse(result.isDone(), "the stick tidies up first");
        assertEquals(1, stops());
        hear(Step.DONE);
        assertEquals(new Newcomer(7, Optional.of(LOCK), false), result.join());
        assertEquals(List.of("waiting", "found", "joining 7"), steps);
        assertEquals(1, stops(), "the last stop");
    }

    @Test
    void eachStageHasItsTime() {
        begin();
        breaksAfter(10, InclusionStage.START);
    }

    @Test
    void nobodyAsks() {
        begin();
        hear(Step.LEARN_READY);
        breaksAfter(60, InclusionStage.FIND);
    }

    @Test
    void theNodeThatWasFoundGetsNoId() {
        begin();
        hear(Step.LEARN_READY, Step.NODE_FOUND);
        time.advance(Duration.ofSeconds(59));
        assertEquals(0, stops(), "not within the protocol's work");
        time.advance(Duration.ofSeconds(1));
        time.settle();
        assertEquals(1, stops());
        hear(Step.DONE);
        assertBroken(InclusionStage.ADD, Why.TIMEOUT, OptionalInt.empty());
    }

    @Test
    void theProtocolsWorkTakesAsLongAsTheNetworkIsLarge() {
        begin();
        hear(Step.LEARN_READY, Step.NODE_FOUND, Step.ADDING_SLAVE);
        time.advance(Duration.ofMillis(76_216).minus(ON_THE_LINE));
        assertEquals(0, stops());
        time.advance(Duration.ofMillis(1));
        time.settle();
        assertEquals(1, stops());
        time.advance(Duration.ofSeconds(10));
        time.settle();
        assertBroken(InclusionStage.FINISH, Why.TIMEOUT, OptionalInt.of(7));
    }

    @Test
    void aCancelledOneStopsOnlyWhereThatDoesNoHarm() {
        begin();
        hear(Step.LEARN_READY, Step.NODE_FOUND);
        adding.cancel();
        time.settle();
        assertEquals(0, stops());
        hear(Step.ADDING_SLAVE, Step.PROTOCOL_DONE, Step.DONE);
        assertTrue(result.isDone() && !result.isCompletedExceptionally(), "the node is there: what follows is told");
    }

    @Test
    void aFailureAndALostStickAreTold() {
        begin();
        hear(Step.LEARN_READY, Step.NODE_FOUND, Step.FAILED, Step.DONE);
        assertBroken(InclusionStage.ADD, Why.REFUSED, OptionalInt.empty());
    }

    @Test
    void aStickThatMayNotSaysSo() {
        begin();
        hear(Step.NOT_PRIMARY);
        assertBroken(InclusionStage.START, Why.NOT_PRIMARY, OptionalInt.empty());
    }

    @Test
    void aLostStickEndsItAndIsStoppedWhenItIsBack() {
        begin();
        hear(Step.LEARN_READY);
        adding.end(Why.LOST);
        time.settle();
        assertBroken(InclusionStage.FIND, Why.LOST, OptionalInt.empty());
        assertEquals(1, stops());
    }

    @Test
    void whatIsOfAnotherInclusionIsNotHeard() {
        begin();
        adding.heard(new AddNode.Status(CALLBACK + 1, Step.LEARN_READY, OptionalInt.empty(), Optional.empty()));
        assertEquals(List.of(), steps);
    }

    private void begin() {
        stick.called();
        result = adding.run();
        time.advance(ON_THE_LINE);
        stick.called();
    }

    private void hear(Step... told) {
        for (Step step : told) {
            boolean named = step == Step.ADDING_SLAVE;
            adding.heard(new AddNode.Status(
                    CALLBACK,
                    step,
                    named ? OptionalInt.of(7) : OptionalInt.empty(),
                    named ? Optional.of(LOCK) : Optional.empty()));
            time.settle();
        }
    }

    private void breaksAfter(int seconds, InclusionStage stage) {
        time.advance(Duration.ofSeconds(seconds).minus(ON_THE_LINE).minusMillis(1));
        assertFalse(result.isDone());
        time.advance(ON_THE_LINE.plusMillis(1));
        time.settle();
        assertBroken(stage, Why.TIMEOUT, OptionalInt.empty());
        assertEquals(1, stops());
    }

    private void assertBroken(InclusionStage stage, Why why, OptionalInt nodeId) {
        assertTrue(result.isDone(), "not over");
        InclusionFailure failure = InclusionFailure.of(assertThrows(CompletionException.class, result::join))
                .orElseThrow();
        assertEquals(stage, failure.stage());
        assertEquals(why, failure.why());
        assertEquals(nodeId, failure.nodeId());
    }

    /** How often Add Node was called since the last question; after the beginning these are stops. */
    private long stops() {
        time.advance(ON_THE_LINE);
        return stick.called().stream().filter("AddNodeToNetwork"::equals).count();
    }
}
