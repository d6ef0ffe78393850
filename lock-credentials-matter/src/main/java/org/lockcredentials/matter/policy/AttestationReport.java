package org.lockcredentials.matter.policy;

import java.util.List;

/**
 * What came of checking a device.
 *
 * @param vendorId as the device tells
 * @param productId as the device tells
 * @param findings all rules that it does not fulfil; none for a device that is what it says
 */
public record AttestationReport(int vendorId, int productId, List<AttestationFinding> findings) {

    public AttestationReport {
        findings = List.copyOf(findings);
    }

    public boolean isGenuine() {
        return findings.isEmpty();
    }
}
