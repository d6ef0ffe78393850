package org.lockcredentials.zwave.benchmark;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lockcredentials.Secret;
import org.lockcredentials.zwave.security.Link;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.security.s2.Incoming;
import org.lockcredentials.zwave.security.s2.Outgoing;
import org.lockcredentials.zwave.security.s2.S2Key;
import org.lockcredentials.zwave.security.s2.S2Session;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What Security 2 costs per message, once both ends agree on a SPAN: encrypting a credential, and opening it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class S2Benchmark {

    private static final int HOME = 0xC0FFEE01;
    private static final String CREDENTIAL_SET = "830A00010100010004" + "31303037";

    private final Secret command = Secret.of(HexFormat.of().parseHex(CREDENTIAL_SET));
    private final S2Key key = S2Key.of(
            SecurityClass.S2_ACCESS_CONTROL, Secret.of(HexFormat.of().parseHex("404142434445464748494A4B4C4D4E4F")));
    private final S2Session host =
            new S2Session(new Link(HOME, 1, 2), List.of(key), new SecureRandom(), System::nanoTime);
    private final S2Session lock =
            new S2Session(new Link(HOME, 2, 1), List.of(key), new SecureRandom(), System::nanoTime);

    @Setup
    public void agree() {
        Outgoing.NonceNeeded first = (Outgoing.NonceNeeded) host.encapsulate(key, command);
        host.onNonceReport(((Incoming.NonceAsked) lock.onNonceGet(first.request())).reply());
        thereAndBack();
    }

    @Benchmark
    public Object thereAndBack() {
        return lock.onMessage(((Outgoing.Encapsulated) host.encapsulate(key, command)).message());
    }
}
