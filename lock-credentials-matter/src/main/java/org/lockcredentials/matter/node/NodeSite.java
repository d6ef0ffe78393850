package org.lockcredentials.matter.node;

import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.discovery.Discovery;
import org.lockcredentials.matter.exchange.ExchangeManager;
import org.lockcredentials.matter.interaction.Subscriptions;
import org.lockcredentials.matter.securechannel.Case;
import org.lockcredentials.matter.securechannel.CaseMember;

/**
 * What all nodes of a fabric share.
 *
 * @param member who we are in the fabric
 * @param records what is kept of nodes
 * @param outside where futures complete and listeners are called, one after the other
 */
public record NodeSite(
        ExchangeManager exchanges,
        Case sessions,
        Subscriptions subscriptions,
        Discovery discovery,
        CaseMember member,
        NodeRecords records,
        Actor outside) {

    Actor actor() {
        return exchanges.actor();
    }
}
