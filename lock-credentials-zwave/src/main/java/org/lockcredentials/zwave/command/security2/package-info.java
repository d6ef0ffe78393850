/**
 * Security 2: nonces, encapsulation and the handing over of keys, as fields (SDS13783 §3.6).
 * No key is used here and nothing is remembered; sessions and bootstrapping belong to the security packages.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.security2;
