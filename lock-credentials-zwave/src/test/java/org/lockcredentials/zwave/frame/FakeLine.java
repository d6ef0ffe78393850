package org.lockcredentials.zwave.frame;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.lockcredentials.zwave.port.PortException;
import org.lockcredentials.zwave.port.ZWavePort;

/**
 * A port whose other end is a test: what the host writes is kept, and the test says what arrives, and when it is lost.
 *
 * <p>Everything happens on the test's thread.
 */
public final class FakeLine implements ZWavePort {

    private final List<byte[]> written = new ArrayList<>();
    private Consumer<byte[]> stick = bytes -> {};
    private boolean absent;
    private boolean plugged;
    private int openings;
    private Listener listener;

    /** Puts a stick to the other end, which hears what the host writes. */
    public FakeLine attach(Consumer<byte[]> hears) {
        stick = hears;
        return this;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public CompletableFuture<Connection> open(Listener opener) {
        openings++;
        if (absent) {
            return CompletableFuture.failedFuture(new PortException(PortException.Kind.NOT_FOUND, "fake is not there"));
        }
        listener = opener;
        plugged = true;
        return CompletableFuture.completedFuture(new Connection() {
            private boolean open = true;

            @Override
            public void write(byte[] bytes) {
                if (open && plugged) {
                    written.add(bytes.clone());
                    stick.accept(bytes);
                }
            }

            @Override
            public CompletableFuture<Void> close() {
                open = false;
                return CompletableFuture.completedFuture(null);
            }
        });
    }

    /** These bytes arrive at the host; nothing arrives while the line is lost. */
    public void arrive(byte... bytes) {
        if (plugged) {
            listener.bytesReceived(bytes);
        }
    }

    /** These bytes, in hexadecimal with or without spaces, arrive at the host. */
    public void arrive(String hex) {
        arrive(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    /** What the host wrote since this was last asked, each writing in hexadecimal. */
    public List<String> written() {
        List<String> taken = written.stream()
                .map(bytes -> HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes))
                .toList();
        written.clear();
        return taken;
    }

    /** The stick is pulled; the port opens again only after {@link #plug()}. */
    public void pull() {
        absent = true;
        plugged = false;
        if (listener != null) {
            listener.lost(new PortException(PortException.Kind.LOST, "fake was pulled"));
        }
    }

    /** The stick is there (again). */
    public void plug() {
        absent = false;
    }

    /** How often the host tried to open the port. */
    public int openings() {
        return openings;
    }
}
