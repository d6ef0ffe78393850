/**
 * A host of the backend, as small as a test needs it: a memory for state, a clock, what was found and heard.
 * Nothing here checks anything.
 */
package org.lockcredentials.zwave.host;
