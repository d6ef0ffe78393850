package org.lockcredentials.matter.discovery.mdns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {

    /** The loopback's own networks are 127.0.0.0/8 and, where there is IPv6, ::1/128. */
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.200.3.4, true",
        "169.254.7.7, true",
        "fe80::1, true",
        "192.0.2.1, false",
        "128.0.0.1, false",
        "2001:db8::1, false",
        "fd00::1, false"
    })
    void aSourceIsOnTheLinkByItsScopeOrByANetworkOfOurs(String source, boolean onLink) throws Exception {
        NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getByName("127.0.0.1"));
        Links links =
                new Links(List.of(new Links.Link(loopback, loopback.getIndex(), loopback.getInterfaceAddresses())));
        assertEquals(onLink, links.isOnLink(InetAddress.getByName(source)));
    }
}
