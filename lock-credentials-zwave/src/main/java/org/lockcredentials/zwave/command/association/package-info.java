/**
 * Association: which nodes, and by Multi Channel Association which of their end points, a node reports to (SDS13782 §4.3 and §4.4).
 * Which association a host needs is judged elsewhere.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.association;
