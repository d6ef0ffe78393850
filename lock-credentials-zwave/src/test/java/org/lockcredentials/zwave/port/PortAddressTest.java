package org.lockcredentials.zwave.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PortAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"/dev/ttyACM0", "/dev/serial/by-id/usb-0658_0200-if00", "COM3", "\\\\.\\COM12"})
    void aDeviceIsTakenAsItIs(String device) {
        assertEquals(new PortAddress.Serial(device), PortAddress.parse(device));
        assertEquals(device, PortAddress.parse(device).port().name());
    }

    @Test
    void tcpHasAHostAndAPort() {
        assertEquals(new PortAddress.Tcp("bridge.local", 4000), PortAddress.parse("tcp://bridge.local:4000"));
        assertEquals(new PortAddress.Tcp("fe80::1%eth0", 65_535), PortAddress.parse(" TCP://[fe80::1%eth0]:65535/ "));
        assertEquals("tcp://[::1]:1", PortAddress.parse("tcp://[::1]:1").port().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "tcp://",
                "tcp://host",
                "tcp://host:0",
                "tcp://host:65536",
                "tcp://::1:4000",
                "udp://host:1"
            })
    void otherTextIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> PortAddress.parse(text));
    }

    @Test
    void aDeviceIsFoundByTheLinkThatStaysWithIt(@TempDir Path directory) throws Exception {
        Path device = Files.createFile(directory.resolve("ttyACM7"));
        Path byId = Files.createDirectory(directory.resolve("by-id"));
        Path link = Files.createSymbolicLink(byId.resolve("usb-stick"), Path.of("../ttyACM7"));
        assertEquals(Map.of(device.toRealPath(), link), AvailablePort.linksIn(byId));
        assertEquals(Map.of(), AvailablePort.linksIn(directory.resolve("absent")));
    }
}
