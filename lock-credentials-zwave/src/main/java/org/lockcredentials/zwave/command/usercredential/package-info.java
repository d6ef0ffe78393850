/**
 * User Credential: users, each with credentials of several types (User Credential CC v1 and v2).
 * What a lock allows or refuses is judged elsewhere.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.usercredential;
