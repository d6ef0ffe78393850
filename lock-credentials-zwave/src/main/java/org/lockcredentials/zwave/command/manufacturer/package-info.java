/**
 * Manufacturer Specific: who made a node, what it is and its serial number (SDS13782 §4.28 and §4.29).
 * Names and quirks of products live elsewhere.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.manufacturer;
