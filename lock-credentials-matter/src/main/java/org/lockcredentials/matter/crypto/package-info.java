/**
 * The cryptographic primitives that Matter is built of (Core specification, chapter 3), over the JDK and BouncyCastle's lightweight API
 * and never a registered provider, with the key derivations that the specification defines.
 * Sessions, messages and certificates are not here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.crypto;
