package org.lockcredentials.zwave.port;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A serial device that may be a stick.
 *
 * @param path what {@link PortAddress#parse} takes; where the system offers one, a name that stays with the stick
 * @param description what the device calls itself
 * @param vendorId of USB, 0 to 65,535
 * @param productId of USB, 0 to 65,535
 */
public record AvailablePort(String path, String description, OptionalInt vendorId, OptionalInt productId) {

    private static final Path BY_ID = Path.of("/dev/serial/by-id");

    /**
     * The serial devices of this system. Blocks for as long as the system takes to list them, usually some milliseconds.
     *
     * @throws PortException of kind {@code UNSUPPORTED_SYSTEM} if serial ports do not work here
     */
    public static List<AvailablePort> list() throws PortException {
        Map<Path, Path> lasting = linksIn(BY_ID);
        return SerialChannel.list().stream()
                .map(port -> port.at(lasting.getOrDefault(real(Path.of(port.path())), Path.of(port.path()))))
                .toList();
    }

    /** Devices by the links that point to them; empty where the system keeps no such directory. */
    static Map<Path, Path> linksIn(Path directory) {
        Map<Path, Path> links = new HashMap<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                entries.forEach(link -> links.put(real(link), link));
            } catch (IOException unreadable) {
                return Map.of();
            }
        }
        return links;
    }

    private AvailablePort at(Path lastingPath) {
        return new AvailablePort(lastingPath.toString(), description, vendorId, productId);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException gone) {
            return path;
        }
    }
}
