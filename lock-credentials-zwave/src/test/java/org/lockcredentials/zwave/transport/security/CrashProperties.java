package org.lockcredentials.zwave.transport.security;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.security0.S0Message;
import org.lockcredentials.zwave.command.security2.S2Message;
import org.lockcredentials.zwave.command.usercode.UsersNumber;
import org.lockcredentials.zwave.security.SecurityClass;

/**
 * Either end is killed between any two frames. Every command is the same, so that two ciphertexts of one sender are equal only if
 * key and nonce are: that would be a nonce or a SPAN used twice.
 */
final class CrashProperties {

    private static final Command SAME = new UsersNumber.Report(30);

    /** What happens next. */
    enum Happening {
        HOST_SPEAKS,
        NODE_SPEAKS,
        HOST_IS_KILLED,
        NODE_IS_KILLED,
        FRAMES_ARE_LOST,
        TIME_PASSES
    }

    @Property(tries = 300)
    void noNonceOfSecurity2IsUsedTwice(
            @ForAll @Size(min = 1, max = 30) List<Happening> happenings, @ForAll @IntRange(max = 60) int crashAt) {
        TwoEnds ends = run(happenings, crashAt, SecurityClass.S2_ACCESS_CONTROL);
        Set<List<Object>> seen = new HashSet<>();
        for (TwoEnds.Frame each : ends.frames) {
            if (each.command() instanceof S2Message message) {
                Octets ciphertext = message.ciphertext();
                assertTrue(seen.add(List.of(each.from(), ciphertext)), "a nonce was used twice");
            }
        }
        goesOn(ends);
    }

    @Property(tries = 300)
    void noNonceOfSecurity0IsUsedTwice(
            @ForAll @Size(min = 1, max = 30) List<Happening> happenings, @ForAll @IntRange(max = 60) int crashAt) {
        TwoEnds ends = run(happenings, crashAt, SecurityClass.S0_LEGACY);
        Set<List<Object>> seen = new HashSet<>();
        for (TwoEnds.Frame each : ends.frames) {
            if (each.command() instanceof S0Message message) {
                assertTrue(seen.add(List.of(each.from(), message.ciphertext())), "a nonce was used twice");
                assertTrue(seen.add(List.of(each.from(), message.senderNonce())), "a nonce was used twice");
            }
        }
        goesOn(ends);
    }

    private static TwoEnds run(List<Happening> happenings, int crashAt, SecurityClass granted) {
        TwoEnds ends = new TwoEnds(granted);
        boolean[] crashed = {false};
        boolean[] losing = {false};
        ends.lost = frame -> {
            if (!crashed[0] && ends.frames.size() == crashAt + 1) {
                crashed[0] = true;
                ends.host.kill(granted);
            }
            return losing[0];
        };
        for (Happening each : happenings) {
            switch (each) {
                case HOST_SPEAKS -> ends.host.session.reply(0, SAME);
                case NODE_SPEAKS -> ends.node.session.reply(0, SAME);
                case HOST_IS_KILLED -> ends.host.kill(granted);
                case NODE_IS_KILLED -> ends.node.kill(granted);
                case FRAMES_ARE_LOST -> losing[0] = !losing[0];
                case TIME_PASSES -> ends.time.advance(Duration.ofMillis(700));
            }
        }
        losing[0] = false;
        crashed[0] = true;
        ends.time.advance(Duration.ofSeconds(30));
        return ends;
    }

    /**
     * What happened before is no obstacle to what comes. Whoever was killed begins to count anywhere, and one time in 256 with the number that the other end
     * heard last, which takes the message for that one's repetition: the next is heard.
     */
    private static void goesOn(TwoEnds ends) {
        assertTrue(isHeard(ends, ends.host, ends.node) || isHeard(ends, ends.host, ends.node));
        assertTrue(isHeard(ends, ends.node, ends.host) || isHeard(ends, ends.node, ends.host));
    }

    private static boolean isHeard(TwoEnds ends, TwoEnds.End from, TwoEnds.End to) {
        to.heard.clear();
        from.session.reply(0, SAME);
        ends.time.advance(Duration.ofSeconds(10));
        return to.heard.equals(List.of(SAME));
    }
}
