package org.lockcredentials.matter.commissioning;

import java.security.SecureRandom;
import java.util.concurrent.Executor;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.fabric.Fabric;
import org.lockcredentials.matter.fabric.FabricStore;
import org.lockcredentials.matter.node.NodeSite;
import org.lockcredentials.matter.securechannel.Pase;
import org.lockcredentials.matter.securechannel.Resumptions;
import org.lockcredentials.matter.securechannel.SecureChannel;
import org.lockcredentials.spi.Scheduler;

/**
 * What commissioning works with.
 *
 * @param nodes what the nodes of the fabric share
 * @param fabric that devices are taken into
 * @param store where node ids come from
 * @param vendorId of this administrator; 0xFFF1 to 0xFFF4 for one that is none
 * @param executor where what may block is run
 */
public record CommissioningSite(
        NodeSite nodes,
        Fabric fabric,
        FabricStore store,
        Pase pase,
        SecureChannel channel,
        Resumptions resumptions,
        int vendorId,
        SecureRandom random,
        Scheduler clock,
        Executor executor) {

    Actor actor() {
        return nodes.exchanges().actor();
    }
}
