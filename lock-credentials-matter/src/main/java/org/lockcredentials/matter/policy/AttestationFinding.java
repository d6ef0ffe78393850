package org.lockcredentials.matter.policy;

/**
 * A rule that a device does not fulfil.
 *
 * @param detail what is wrong, for people
 */
public record AttestationFinding(AttestationRule rule, String detail) {}
