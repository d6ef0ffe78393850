/**
 * Security 0: nonces, encapsulation and the handing over of the key, as fields (SDS13783 §3.5).
 * No key is used here and nothing is remembered; that belongs to the security packages.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.security0;
