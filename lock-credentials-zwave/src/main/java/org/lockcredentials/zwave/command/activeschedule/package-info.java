/**
 * Active Schedule: when the target of another command class, such as a user of User Credential, is active (Active Schedule CC v1).
 * What a schedule means to a host is judged elsewhere.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.activeschedule;
