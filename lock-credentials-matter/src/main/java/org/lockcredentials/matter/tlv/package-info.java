/**
 * The tag-length-value format in which Matter writes everything (Matter Core Specification, appendix A).
 * What the values mean, and which message or attribute they stand in, is not known here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.tlv;
