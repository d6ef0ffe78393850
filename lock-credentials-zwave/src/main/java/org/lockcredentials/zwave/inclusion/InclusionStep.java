package org.lockcredentials.zwave.inclusion;

import java.util.Set;
import org.lockcredentials.zwave.security.SecurityClass;

/** How far an inclusion is, for a wizard to show. */
public sealed interface InclusionStep {

    /** The stick listens: the user is to press the button on the node now. */
    record Waiting() implements InclusionStep {}

    /** A node was heard. */
    record Found() implements InclusionStep {}

    /** The node is in the network, still without keys. */
    record Joined(int nodeId) implements InclusionStep {}

    /** Keys are handed over. */
    record ExchangingKeys(int nodeId, InclusionStage stage) implements InclusionStep {}

    /** The node has the keys of these classes; none if it is spoken to in the clear, as the host allowed. */
    record Secured(int nodeId, Set<SecurityClass> granted) implements InclusionStep {

        public Secured {
            granted = Set.copyOf(granted);
        }
    }

    /** The node is asked what it is. */
    record GettingToKnow(int nodeId) implements InclusionStep {}

    /** The node is told to whom it reports, how often it wakes up, and what time it is. */
    record SettingUp(int nodeId) implements InclusionStep {}

    /** The node is included. */
    record Done(ZWaveNode node) implements InclusionStep {}

    /** It broke, and is over. */
    record Failed(InclusionFailure failure) implements InclusionStep {}
}
