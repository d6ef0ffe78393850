/**
 * lockctl: every facet of the SDK as a command, answered as a table or as JSON.
 * Only what a command line needs is here; whatever another host would need too belongs in the SDK.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.examples.lockctl;
