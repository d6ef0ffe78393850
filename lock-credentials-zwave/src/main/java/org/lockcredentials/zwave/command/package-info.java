/**
 * The shape that every Z-Wave command has: a type, fields, how it is written and which command answers it.
 * The commands themselves live one package per command class below this one; nothing here sends or receives.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command;
