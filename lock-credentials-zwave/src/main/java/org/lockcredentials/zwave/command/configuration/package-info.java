/**
 * Configuration, as far as version 1: numbered parameters of a product (SDS13781 §4.30).
 * What a parameter means belongs to the table of quirks.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.configuration;
