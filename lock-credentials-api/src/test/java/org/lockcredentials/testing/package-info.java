/**
 * What every module's tests share: time and threads moved by hand, the watch for threads that stay behind, and the watch for codes that
 * get out. Nothing here knows what is tested.
 *
 * <p>The leak watch: a test takes the codes it uses from {@link org.lockcredentials.testing.Pins} and shows everything that a host would see
 * to {@link org.lockcredentials.testing.Witness}, most easily by putting {@code Witness.over(…)} between itself and the facets. When the test
 * process ends, {@link org.lockcredentials.testing.LeakWatch} searches the TRACE log, every failure and everything that was
 * shown for every code taken, as text, hexadecimal, decimal bytes and Base64. What it finds fails the build and stands, without the code, in
 * {@code target/leaks-1.txt}, or another number where several processes test side by side.
 * A module takes part by having the API's test-jar on its test class path.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.testing;
