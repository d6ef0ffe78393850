/** Commissioning, against matter.js's lock and against scripts. */
package org.lockcredentials.matter.commissioning;
