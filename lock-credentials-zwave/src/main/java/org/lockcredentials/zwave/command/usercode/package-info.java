/**
 * User Code: numbered users with one code each (SDS13781 §4.115 and §4.116).
 * What a lock allows, masks or forgets is judged elsewhere.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.usercode;
