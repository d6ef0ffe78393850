package org.lockcredentials.matter.commissioning;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.cluster.basicinformation.BasicInformation;
import org.lockcredentials.matter.cluster.generalcommissioning.BasicCommissioningInfo;
import org.lockcredentials.matter.cluster.generalcommissioning.GeneralCommissioning;
import org.lockcredentials.matter.cluster.generalcommissioning.RegulatoryLocation;
import org.lockcredentials.matter.cluster.operationalcredentials.FabricDescriptor;
import org.lockcredentials.matter.cluster.operationalcredentials.OperationalCredentials;
import org.lockcredentials.matter.fabric.Fabric;
import org.lockcredentials.matter.interaction.Wanted;

/** What a device tells of itself before anything is changed. */
record Survey(Attributes values) {

    private static final Duration USUAL_FAIL_SAFE = Duration.ofSeconds(60);

    /** All that is asked. */
    static Wanted wanted() {
        return Wanted.attributes(
                        BasicInformation.VENDOR_ID.path(0),
                        BasicInformation.PRODUCT_ID.path(0),
                        GeneralCommissioning.BASIC_COMMISSIONING_INFO.path(0),
                        GeneralCommissioning.LOCATION_CAPABILITY.path(0),
                        OperationalCredentials.FABRICS.path(0),
                        OperationalCredentials.SUPPORTED_FABRICS.path(0))
                .ofAllFabrics();
    }

    int vendorId() {
        return values.get(0, BasicInformation.VENDOR_ID).orElse(0);
    }

    int productId() {
        return values.get(0, BasicInformation.PRODUCT_ID).orElse(0);
    }

    /** How long the fail-safe is armed for at a time. */
    Duration failSafe() {
        return values.get(0, GeneralCommissioning.BASIC_COMMISSIONING_INFO)
                .map(BasicCommissioningInfo::failSafeExpiry)
                .filter(told -> told.compareTo(USUAL_FAIL_SAFE) > 0)
                .orElse(USUAL_FAIL_SAFE);
    }

    /** The place that is meant, or the only one that the device can be at. */
    RegulatoryLocation location(RegulatoryLocation meant) {
        RegulatoryLocation able =
                values.get(0, GeneralCommissioning.LOCATION_CAPABILITY).orElse(RegulatoryLocation.INDOOR_OUTDOOR);
        return able == RegulatoryLocation.INDOOR_OUTDOOR ? meant : able;
    }

    boolean isIn(Fabric fabric) {
        return fabrics().stream()
                .anyMatch(each -> each.fabricId() == fabric.fabricId()
                        && Arrays.equals(each.rootPublicKey(), fabric.root().bytes()));
    }

    boolean isFull() {
        return values.get(0, OperationalCredentials.SUPPORTED_FABRICS)
                .filter(room -> fabrics().size() >= room)
                .isPresent();
    }

    private List<FabricDescriptor> fabrics() {
        return values.get(0, OperationalCredentials.FABRICS).orElse(List.of());
    }
}
