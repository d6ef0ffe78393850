package org.lockcredentials.zwave.serialapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.zwave.frame.Faults;
import org.lockcredentials.zwave.frame.LinkException;
import org.lockcredentials.zwave.serialapi.function.ApplicationCommand;
import org.lockcredentials.zwave.serialapi.function.FunctionId;
import org.lockcredentials.zwave.serialapi.function.GetNodeProtocolInfo;
import org.lockcredentials.zwave.serialapi.function.NodeProtocolInfo;
import org.lockcredentials.zwave.serialapi.function.TransmitOptions;
import org.lockcredentials.zwave.serialapi.function.TransmitReport;
import org.lockcredentials.zwave.serialapi.function.TransmitStatus;

/**
 * A line that drops, doubles or changes 5 % of its bytes.
 *
 * <p>An 8-bit XOR lets about one in 256 of the frames pass that are damaged in several places: no host can tell those, so a run in
 * which one did is judged only by whether everything ended.
 */
final class BadLineProperties {

    private static final int OPERATIONS = 6;

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void everyOperationEndsRightOrSaysThatItDidNot(@ForAll long seed) throws Exception {
        ManualScheduler time = new ManualScheduler();
        // Its answer of 131 bytes would hardly ever get over this line, and the session never be up again after a loss.
        FakeStick stick =
                new FakeStick(time).without(FunctionId.GET_LONG_RANGE_NODES).node(7, command -> List.of(command));
        SerialApi api = new SerialApi(stick.line(), time.executor(), time, new SerialApi.Listener() {
            @Override
            public void commandReceived(ApplicationCommand command) {}
        });
        CompletableFuture<ControllerIdentity> opening = api.open();
        time.advanceUntilDone(opening, Duration.ofMinutes(5));
        opening.get();
        stick.faults(new Faults(seed, 0.05));

        List<CompletableFuture<NodeProtocolInfo>> questions = new ArrayList<>();
        List<CompletableFuture<TransmitReport>> commands = new ArrayList<>();
        for (int i = 0; i < OPERATIONS; i++) {
            questions.add(api.call(new GetNodeProtocolInfo(i + 1), Duration.ofHours(1)));
            commands.add(api.sendData(7, command(i), TransmitOptions.DEFAULT, Duration.ofHours(1)));
        }
        for (int i = 0; i < OPERATIONS; i++) {
            time.advanceUntilDone(questions.get(i), Duration.ofHours(3));
            time.advanceUntilDone(commands.get(i), Duration.ofHours(3));
        }
        Set<ByteBuffer> received =
                stick.received().stream().map(ByteBuffer::wrap).collect(Collectors.toSet());
        for (int i = 0; i < OPERATIONS; i++) {
            if (succeeded(questions.get(i)) && stick.forged() == 0) {
                assertEquals(FakeStick.protocolInfo(i + 1), questions.get(i).get());
            }
            if (succeeded(commands.get(i)) && stick.forged() == 0) {
                assertEquals(TransmitStatus.OK, commands.get(i).get().status());
                assertTrue(received.contains(ByteBuffer.wrap(command(i))), "said to be sent, and was not");
            } else if (outcome(commands.get(i)).equals(LinkException.Kind.REFUSED.name()) && stick.forged() == 0) {
                assertFalse(received.contains(ByteBuffer.wrap(command(i))), "said not to be sent, and was");
            }
        }

        boolean judged = stick.forged() == 0;
        Statistics.label("run").coverage(runs -> runs.check("judged").percentage(share -> share > 50));
        Statistics.label("run").collect(judged ? "judged" : "damage got through");
        Statistics.label("operation").coverage(all -> all.check("right").percentage(share -> share > 55));
        questions.forEach(question -> Statistics.label("operation").collect(outcome(question)));
        commands.forEach(command -> Statistics.label("operation").collect(outcome(command)));

        stick.faults(Faults.none());
        CompletableFuture<Void> closing = api.close();
        time.advanceUntilDone(closing, Duration.ofSeconds(3));
    }

    private static String outcome(CompletableFuture<?> future) {
        return future.handle((result, failure) -> failure == null
                        ? "right"
                        : ((LinkException) failure).kind().toString())
                .join();
    }

    private static byte[] command(int i) {
        return new byte[] {0x63, 0x01, (byte) i, 0x01, 0x31, 0x30, 0x30, 0x37};
    }

    private static boolean succeeded(CompletableFuture<?> future) {
        if (future.isCompletedExceptionally()) {
            assertInstanceOf(
                    LinkException.class,
                    assertThrows(ExecutionException.class, future::get).getCause());
            return false;
        }
        return true;
    }
}
