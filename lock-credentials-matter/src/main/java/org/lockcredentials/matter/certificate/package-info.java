/**
 * Matter certificates in their TLV and X.509 forms, the rules of a chain, and an authority that issues them (Core specification, sections 6.4 and 6.5).
 * Who is trusted, and where keys are kept, is not decided here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.certificate;
