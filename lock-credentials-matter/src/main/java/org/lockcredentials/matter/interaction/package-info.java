/**
 * The interaction model (Matter Core Specification, chapter 8 and its encoding in chapter 10): its messages, and the client's side of reading, writing, invoking and subscribing.
 * What clusters, attributes and commands mean is not known here, nor how a session comes to be.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.interaction;
