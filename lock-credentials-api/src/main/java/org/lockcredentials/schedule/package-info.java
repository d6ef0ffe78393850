/**
 * One schedule model for all protocols: when a user's credentials work.
 * How a lock stores a schedule is its driver's business and is not told here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.schedule;
