/** Nodes that answer, fall silent and start anew, by script and by matter.js. */
package org.lockcredentials.matter.node;
