/**
 * Time and threads that a test moves by hand, shared by every module's tests.
 * Nothing here knows what is tested.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.testing;
