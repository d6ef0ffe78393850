package org.lockcredentials.zwave.port;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stick at a serial device, through jSerialComm.
 *
 * <p>The only class that names jSerialComm: its first use extracts a native library, and on a system it does not know ends
 * the JVM, so nothing of it may be loaded before the system was looked at.
 */
final class SerialChannel implements Channel {

    private static final Pattern KNOWN_SYSTEMS = Pattern.compile("(linux|windows|mac|darwin|freebsd|openbsd).*");
    private static final int PERMISSION_DENIED = 13;
    private static final int LOCKED_ELSEWHERE = 11;
    private static final int OPEN_IN_THIS_PROCESS = 2;

    private final String device;
    private volatile @Nullable SerialPort port;

    private SerialChannel(String device) {
        this.device = device;
    }

    static Channel at(String device) {
        return new SerialChannel(device);
    }

    /** The serial devices of this system, as jSerialComm names them. */
    static List<AvailablePort> list() throws PortException {
        requireKnownSystem();
        try {
            return Arrays.stream(SerialPort.getCommPorts())
                    .map(port -> new AvailablePort(
                            port.getSystemPortPath(),
                            port.getPortDescription(),
                            known(port.getVendorID()),
                            known(port.getProductID())))
                    .toList();
        } catch (LinkageError missing) {
            throw noLibrary(missing);
        }
    }

    @Override
    public void open() throws PortException {
        requireKnownSystem();
        if (device.startsWith("/") && !Files.exists(Path.of(device))) {
            throw new PortException(PortException.Kind.NOT_FOUND, device + " does not exist; is the stick plugged in?");
        }
        try {
            open(SerialPort.getCommPort(device));
        } catch (SerialPortInvalidPortException unknown) {
            throw new PortException(PortException.Kind.NOT_FOUND, device + " is not a serial port", unknown);
        } catch (LinkageError missing) {
            throw noLibrary(missing);
        }
    }

    private void open(SerialPort opening) throws PortException {
        opening.setComPortParameters(115_200, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        opening.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        opening.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, 0, 0);
        // Some sticks take a raised line for the wish to enter their boot loader.
        opening.clearDTR();
        opening.clearRTS();
        if (!opening.openPort(0)) {
            throw refused(opening.getLastErrorCode());
        }
        port = opening;
    }

    @Override
    public int read(byte[] into) throws IOException {
        return opened().readBytes(into, into.length);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        int written = opened().writeBytes(bytes, bytes.length);
        if (written != bytes.length) {
            throw new IOException("took " + written + " of " + bytes.length + " bytes");
        }
    }

    @Override
    public void close() {
        SerialPort closing = port;
        if (closing != null) {
            closing.closePort();
        }
    }

    private SerialPort opened() throws IOException {
        SerialPort opened = port;
        if (opened == null) {
            throw new IOException("not open");
        }
        return opened;
    }

    private PortException refused(int code) {
        return switch (code) {
            case PERMISSION_DENIED ->
                new PortException(
                        PortException.Kind.NO_PERMISSION,
                        device + " may not be opened by this user; on Linux, add the user to the group 'dialout'");
            case LOCKED_ELSEWHERE ->
                new PortException(PortException.Kind.IN_USE, device + " is in use by another process");
            case OPEN_IN_THIS_PROCESS ->
                new PortException(PortException.Kind.IN_USE, device + " is already open in this process");
            default -> new PortException(PortException.Kind.FAILED, device + " cannot be opened (error " + code + ")");
        };
    }

    private static void requireKnownSystem() throws PortException {
        String system = System.getProperty("os.name", "");
        if (!KNOWN_SYSTEMS.matcher(system.toLowerCase(Locale.ROOT)).matches()) {
            throw new PortException(
                    PortException.Kind.UNSUPPORTED_SYSTEM,
                    "serial ports are not supported on " + system + "; use tcp://host:port");
        }
    }

    private static PortException noLibrary(LinkageError missing) {
        return new PortException(
                PortException.Kind.UNSUPPORTED_SYSTEM,
                "the native serial library does not load on this system; use tcp://host:port",
                missing);
    }

    private static OptionalInt known(int id) {
        return id < 0 ? OptionalInt.empty() : OptionalInt.of(id);
    }
}
