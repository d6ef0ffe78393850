/**
 * Tests of sessions and of the table of them.
 * Nothing is sent here.
 */
package org.lockcredentials.matter.session;
