/**
 * How secure sessions come to be and end: PASE with a passcode, CASE with certificates, status reports
 * (Core specification sections 4.11.1 and 4.14). What is done in a session once it is there is not known here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.securechannel;
