/**
 * Who is at the other end of messages, and what both ends agreed on: unsecured, PASE and CASE sessions, and the table of them
 * (Core specification sections 4.13 and 4.14). How a session comes to be is not known here, nor what is said in it.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.session;
