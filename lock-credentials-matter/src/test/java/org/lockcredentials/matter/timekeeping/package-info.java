/** Clocks that are right, wrong, without a zone, or another administrator's too, on virtual time. */
package org.lockcredentials.matter.timekeeping;
