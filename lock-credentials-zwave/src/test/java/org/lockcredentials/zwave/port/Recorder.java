package org.lockcredentials.zwave.port;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Hears a port and lets a test wait for what it hears. */
final class Recorder implements ZWavePort.Listener {

    private final BlockingQueue<Byte> bytes = new LinkedBlockingQueue<>();
    private final BlockingQueue<PortException> losses = new LinkedBlockingQueue<>();

    @Override
    public void bytesReceived(byte[] received) {
        for (byte b : received) {
            bytes.add(b);
        }
    }

    @Override
    public void lost(PortException reason) {
        losses.add(reason);
    }

    byte[] bytes(int count) throws InterruptedException {
        byte[] taken = new byte[count];
        for (int i = 0; i < count; i++) {
            Byte next = bytes.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("only " + i + " of " + count + " bytes arrived");
            }
            taken[i] = next;
        }
        return taken;
    }

    PortException loss() throws InterruptedException {
        PortException loss = losses.poll(10, TimeUnit.SECONDS);
        if (loss == null) {
            throw new AssertionError("no loss was told");
        }
        return loss;
    }

    boolean heardOfNoLoss() {
        return losses.isEmpty();
    }
}
