/**
 * The Operational Credentials cluster (Matter Core Specification, 11.18): attestation, certificates and the fabrics of a node.
 * What the certificates say is not known here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.cluster.operationalcredentials;
