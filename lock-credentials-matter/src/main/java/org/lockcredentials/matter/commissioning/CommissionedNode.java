package org.lockcredentials.matter.commissioning;

import java.net.InetSocketAddress;

/**
 * A node that is in our fabric.
 *
 * @param nodeId its number in the fabric, unsigned
 * @param address where it was when it was commissioned
 */
public record CommissionedNode(long nodeId, InetSocketAddress address, int vendorId, int productId) {}
