/** The interaction model over scripted nodes, and its decoders under wrong bytes. */
package org.lockcredentials.matter.interaction;
