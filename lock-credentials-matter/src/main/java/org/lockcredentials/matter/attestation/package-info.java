/**
 * Whether a node is the product that it says it is: its maker's certificates, its certification declaration, and its signatures (Core specification, sections
 * 6.2 and 6.3). Which makers are trusted, and what follows from a finding, is the host's to say.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.attestation;
