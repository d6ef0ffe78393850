/**
 * The cryptographic primitives that Z-Wave security is built of, over BouncyCastle's lightweight API and never a registered provider.
 * Key hierarchies and constructions that the Z-Wave documents define are here; nonces, sessions and frames are not.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.crypto;
