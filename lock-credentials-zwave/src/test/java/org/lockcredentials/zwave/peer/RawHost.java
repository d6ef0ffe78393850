package org.lockcredentials.zwave.peer;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HexFormat;

/** The least of a Serial API host, written by hand from INS12350: frames in hexadecimal, acknowledged at once. */
final class RawHost implements AutoCloseable {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
    private static final int TIMEOUT_MS = 10_000;
    private static final int ACK = 0x06;

    private final AutoCloseable connection;
    private final DataInputStream in;
    private final OutputStream out;

    private RawHost(final AutoCloseable connection, final InputStream in, final OutputStream out) {
        this.connection = connection;
        this.in = new DataInputStream(in);
        this.out = out;
    }

    static RawHost on(final ZwaveJsStick stick) throws IOException {
        final Socket socket = new Socket(InetAddress.getLoopbackAddress(), stick.port());
        socket.setSoTimeout(TIMEOUT_MS);
        socket.setTcpNoDelay(true);
        return new RawHost(socket, socket.getInputStream(), socket.getOutputStream());
    }

    static RawHost over(final InputStream in, final OutputStream out) {
        return new RawHost(out, in, out);
    }

    /** Puts SOF, length and checksum around a command. */
    static byte[] frame(final String command) {
        final byte[] body = bytes(command);
        final byte[] frame = new byte[body.length + 3];
        frame[0] = 0x01;
        frame[1] = (byte) (body.length + 1);
        System.arraycopy(body, 0, frame, 2, body.length);
        byte checksum = (byte) 0xFF;
        for (int i = 1; i < frame.length - 1; i++) {
            checksum ^= frame[i];
        }
        frame[frame.length - 1] = checksum;
        return frame;
    }

    static byte[] bytes(final String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    void write(final byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Sends a command and takes its acknowledgement. */
    void send(final String command) throws IOException {
        write(frame(command));
        final int answer = control();
        if (answer != ACK) {
            throw new AssertionError("refused with " + answer);
        }
    }

    /** A command class frame to a node by Send Data Bridge; takes acknowledgement, response and callback. */
    void sendTo(final int node, final String payload) throws IOException {
        final int length = bytes(payload).length;
        send("00 A9 01 %02X %02X %s 25 00 00 00 00 11".formatted(node, length, payload));
        expect("01 A9 01");
        expect("00 A9 11 00");
    }

    int control() throws IOException {
        return in.read();
    }

    /** The next frame without SOF, length and checksum, acknowledged. */
    String receive() throws IOException {
        final int first = in.read();
        if (first != 0x01) {
            throw new AssertionError("no frame but " + first);
        }
        final int length = in.read();
        final byte[] rest = new byte[length];
        in.readFully(rest);
        write(new byte[] {ACK});
        return HEX.formatHex(rest, 0, length - 1);
    }

    /** What the next frame from the node carries. */
    String receiveFrom(final int node) throws IOException {
        final String prefix = "00 04 00 %02X ".formatted(node);
        final String frame = receive();
        if (!frame.startsWith(prefix)) {
            throw new AssertionError("not from node " + node + ": " + frame);
        }
        return frame.substring(prefix.length() + 3);
    }

    void expect(final String command) throws IOException {
        final String received = receive();
        if (!received.equals(command)) {
            throw new AssertionError("not " + command + " but " + received);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
