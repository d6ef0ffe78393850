/**
 * Tests of how sessions come to be and end, with a responder for each handshake so that both ends can be had without a peer.
 * What third-party peers say is tested by the integration tests.
 */
package org.lockcredentials.matter.securechannel;
