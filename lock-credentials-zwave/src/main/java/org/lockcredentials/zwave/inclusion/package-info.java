/**
 * What a host says and hears when nodes join and leave a network: options, steps, questions to the user, QR codes, the provisioning list.
 * Nothing here speaks to a stick.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.inclusion;
