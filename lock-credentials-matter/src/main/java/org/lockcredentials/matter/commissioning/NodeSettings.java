package org.lockcredentials.matter.commissioning;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import org.lockcredentials.matter.cluster.generalcommissioning.RegulatoryLocation;

/**
 * What a node is told when it is commissioned.
 *
 * @param label up to 32 octets in UTF-8; empty leaves the node's own
 * @param zone where it is; its schedules are in this zone
 * @param location for its radio
 * @param country two letters, XX for unknown
 */
public record NodeSettings(Optional<String> label, ZoneId zone, RegulatoryLocation location, String country) {

    private static final int LONGEST_LABEL = 32;

    public NodeSettings {
        if (label.filter(text -> text.getBytes(StandardCharsets.UTF_8).length > LONGEST_LABEL)
                .isPresent()) {
            throw new IllegalArgumentException("a node's label has at most 32 octets");
        }
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("a country has two letters");
        }
    }

    /** Indoors, in a country that is not told. */
    public static NodeSettings in(ZoneId zone) {
        return new NodeSettings(Optional.empty(), zone, RegulatoryLocation.INDOOR, "XX");
    }

    /** The same with a name for the node. */
    public NodeSettings labelled(String text) {
        return new NodeSettings(Optional.of(text), zone, location, country);
    }
}
