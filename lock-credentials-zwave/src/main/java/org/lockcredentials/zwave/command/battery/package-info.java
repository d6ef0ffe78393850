/**
 * Battery: level, state and health of a battery (SDS13782 §4.10 to §4.12).
 * When a battery is low is the node's own judgement.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.battery;
