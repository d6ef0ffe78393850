/**
 * Transport Service: commands that are longer than a frame, in segments (SDS13783 §3.10, ITU-T G.9959).
 * Only the fields and their check sequence live here; who sends which segment when is decided in the security packages.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.transportservice;
