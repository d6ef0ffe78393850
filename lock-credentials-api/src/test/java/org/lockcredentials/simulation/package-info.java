/**
 * That the simulated lock is as strict, as faulty and as forgetful as it claims.
 * What any backend has to do stands in the conformance suite instead.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.simulation;
