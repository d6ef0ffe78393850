/**
 * Tests of messages as bytes, by published vectors, properties and mutation.
 * Nothing is sent here.
 */
package org.lockcredentials.matter.message;
