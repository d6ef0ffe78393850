package org.lockcredentials.matter.discovery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.lockcredentials.matter.discovery.CommissionableNode.Window;
import org.lockcredentials.matter.discovery.dns.DnsData;

/**
 * The attributes of a node in its TXT record (Matter Core 4.3.1, 4.3.4). What is not well formed counts as not told.
 *
 * @param text as it came
 */
record ServiceText(DnsData.Text text) {

    private static final long LONGEST_INTERVAL_MS = 3_600_000;
    private static final long LONGEST_THRESHOLD_MS = 0xFFFF;
    private static final int HIGHEST_DISCRIMINATOR = 0xFFF;
    private static final int HIGHEST_ID = 0xFFFF;
    private static final long HIGHEST_DEVICE_TYPE = 0xFFFF_FFFFL;
    private static final int LONGEST_NAME = 32;
    private static final char VENDOR_AND_PRODUCT = '+';

    SessionIntervals intervals() {
        return new SessionIntervals(
                millis("SII", LONGEST_INTERVAL_MS),
                millis("SAI", LONGEST_INTERVAL_MS),
                millis("SAT", LONGEST_THRESHOLD_MS));
    }

    Optional<Integer> discriminator() {
        return number("D", HIGHEST_DISCRIMINATOR).map(Long::intValue);
    }

    /** Empty if the device is not in commissioning mode. */
    Optional<Window> window() {
        return number("CM", HIGHEST_ID)
                .filter(mode -> mode > 0)
                .map(mode -> mode == 1 ? Window.BASIC : Window.ENHANCED);
    }

    Optional<Integer> vendorId() {
        return text.value("VP")
                .map(ids -> ids.substring(0, end(ids)))
                .flatMap(id -> parsed(id, HIGHEST_ID))
                .map(Long::intValue);
    }

    Optional<Integer> productId() {
        return text.value("VP")
                .filter(ids -> end(ids) < ids.length())
                .map(ids -> ids.substring(end(ids) + 1))
                .flatMap(id -> parsed(id, HIGHEST_ID))
                .map(Long::intValue);
    }

    Optional<Long> deviceType() {
        return number("DT", HIGHEST_DEVICE_TYPE);
    }

    Optional<String> deviceName() {
        return text.value("DN")
                .filter(name -> name.length() <= LONGEST_NAME)
                .map(name -> new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    Optional<Integer> pairingHint() {
        return number("PH", HIGHEST_ID).map(Long::intValue);
    }

    private Optional<Duration> millis(String key, long longest) {
        return number(key, longest).map(Duration::ofMillis);
    }

    private Optional<Long> number(String key, long highest) {
        return text.value(key).flatMap(value -> parsed(value, highest));
    }

    private static int end(String ids) {
        int plus = ids.indexOf(VENDOR_AND_PRODUCT);
        return plus < 0 ? ids.length() : plus;
    }

    /** Decimal digits only, and no more than the greatest number needs. */
    private static Optional<Long> parsed(String digits, long highest) {
        return Optional.of(digits)
                .filter(value -> value.matches("[0-9]{1,10}"))
                .map(Long::valueOf)
                .filter(value -> value <= highest);
    }
}
