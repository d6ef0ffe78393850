package org.lockcredentials.zwave.transport.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.UnknownCommand;
import org.lockcredentials.zwave.command.security0.S0Commands;
import org.lockcredentials.zwave.command.security0.S0Message;
import org.lockcredentials.zwave.command.security0.S0Nonce;
import org.lockcredentials.zwave.command.usercode.UsersNumber;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.transport.Delivery;
import org.lockcredentials.zwave.transport.TransportException;

/** Security 0 with a node through all layers: a nonce for each message, two messages for a long command, and the collisions. */
final class S0LayerTest {

    private static final Command REPORT = new UsersNumber.Report(30);
    private static final Command LONG = new UnknownCommand(0x77, 1, Secret.of(new byte[40]));

    private final TwoEnds ends = new TwoEnds(SecurityClass.S0_LEGACY);

    @Test
    void eachCommandHasANonceOfItsOwn() {
        deliver(REPORT);
        deliver(REPORT);
        assertEquals(
                List.of(
                        S0Nonce.Get.class,
                        S0Nonce.Report.class,
                        S0Message.Last.class,
                        S0Nonce.Get.class,
                        S0Nonce.Report.class,
                        S0Message.Last.class),
                ends.sent());
        assertEquals(List.of(REPORT, REPORT), ends.node.heard);
    }

    @Test
    void aLongCommandGoesInTwoMessages() {
        deliver(LONG);
        assertEquals(List.of(LONG), ends.node.heard);
        assertEquals(
                List.of(
                        S0Nonce.Get.class,
                        S0Nonce.Report.class,
                        S0Message.NonceGet.class,
                        S0Nonce.Report.class,
                        S0Message.Last.class),
                ends.sent());
    }

    @Test
    void bothAskForANonceAtOnceAndBothAreHeard() {
        CompletableFuture<Delivery> ours = ends.host.session.endpoint(0).set(REPORT);
        ends.node.session.reply(0, LONG);
        ends.time.advanceUntilDone(ours, Duration.ofSeconds(10));
        ends.time.advance(Duration.ofSeconds(3));
        assertEquals(List.of(REPORT), ends.node.heard);
        assertEquals(List.of(LONG), ends.host.heard);
    }

    @Test
    void severalCommandsGoOneAfterTheOther() {
        ends.host.session.reply(0, REPORT);
        ends.host.session.reply(0, LONG);
        ends.host.session.reply(0, REPORT);
        ends.time.advance(Duration.ofSeconds(5));
        assertEquals(List.of(REPORT, LONG, REPORT), ends.node.heard);
    }

    @Test
    void aLostNonceIsAskedForAgainAlsoForTheSecondHalf() {
        ends.lost = frame -> frame.is(S0Nonce.Report.class) && ends.frames.size() < 6;
        deliver(LONG);
        assertEquals(List.of(LONG), ends.node.heard);
    }

    @Test
    void aNodeWithoutNoncesIsGivenUp() {
        ends.lost = frame -> frame.is(S0Nonce.Report.class);
        CompletableFuture<Delivery> set = ends.host.session.endpoint(0).set(REPORT);
        ends.time.advance(Duration.ofSeconds(10));
        assertEquals(TransportException.Kind.UNREACHABLE, failure(set));
        ends.lost = frame -> false;
        deliver(REPORT);
        assertEquals(List.of(REPORT), ends.node.heard);
    }

    @Test
    void aChangeThatIsNotAcknowledgedIsUncertain() {
        ends.unacknowledged = frame -> frame.is(S0Message.Last.class);
        CompletableFuture<Delivery> set = ends.host.session.endpoint(0).set(REPORT);
        ends.time.advance(Duration.ofSeconds(1));
        assertEquals(TransportException.Kind.UNCERTAIN, failure(set));
        assertEquals(List.of(REPORT), ends.node.heard);
    }

    @Test
    void aQuestionForANonceThatWasHeardNeedsNoAcknowledgement() {
        ends.unacknowledged = frame -> frame.is(S0Nonce.Get.class);
        deliver(REPORT);
        assertEquals(List.of(REPORT), ends.node.heard);
        ends.lost = frame -> frame.is(S0Nonce.Get.class);
        CompletableFuture<Delivery> set = ends.host.session.endpoint(0).set(REPORT);
        ends.time.advance(Duration.ofSeconds(10));
        assertEquals(TransportException.Kind.UNREACHABLE, failure(set));
    }

    @Test
    void itTellsWhatItSupports() {
        CompletableFuture<S0Commands.Report> told =
                ends.node.session.endpoint(0).get(new S0Commands.Get());
        ends.time.advanceUntilDone(told, Duration.ofSeconds(5));
        assertEquals(List.of(0x8A), told.join().commandClasses().supported());
    }

    @Test
    void aCommandInTheClearOrReplayedIsDropped() {
        ends.host.hear(REPORT);
        ends.node.session.reply(0, REPORT);
        ends.time.settle();
        assertEquals(List.of(REPORT), ends.host.heard);
        List<TwoEnds.Frame> frames = List.copyOf(ends.frames);
        frames.stream().filter(each -> each.from() == TwoEnds.NODE).forEach(each -> ends.host.hear(each.bytes()));
        ends.time.settle();
        assertEquals(List.of(REPORT), ends.host.heard);
        assertTrue(frames.size() >= 3);
    }

    private static TransportException.Kind failure(CompletableFuture<?> future) {
        assertTrue(future.isCompletedExceptionally(), "not failed: " + future);
        return ((TransportException) future.handle((value, why) -> why).join()).kind();
    }

    private void deliver(Command command) {
        CompletableFuture<Delivery> set = ends.host.session.endpoint(0).set(command);
        ends.time.advanceUntilDone(set, Duration.ofSeconds(30));
        assertEquals(Delivery.RECEIVED, set.join());
    }
}
