/**
 * The way in: what a host builds, opens and closes.
 * It wires the layers below together and holds no logic of its own.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.manager;
