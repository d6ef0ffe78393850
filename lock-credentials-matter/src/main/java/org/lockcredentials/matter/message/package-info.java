/**
 * Matter messages as bytes: headers, the cipher around them, the counters that number them and the window that tells old ones
 * (Core specification sections 4.4 to 4.8). Who the other end is and what it wants is not known here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.message;
