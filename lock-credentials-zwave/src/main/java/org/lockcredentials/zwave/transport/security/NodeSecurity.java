package org.lockcredentials.zwave.transport.security;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.security.SecurityClass;

/**
 * How safely a node is spoken to.
 *
 * @param granted the classes whose keys it has, as far as is known; none for a node without security
 * @param open the command classes that it supports in the clear as well
 * @param segments whether it supports Transport Service
 */
public record NodeSecurity(Set<SecurityClass> granted, Set<Integer> open, boolean segments) {

    /** Z-Wave Plus Info comes in the clear from every node (SDS13783 §3.6.1.3). */
    private static final int ZWAVE_PLUS_INFO = 0x5E;
    /** What comes by these tells of what went protected: how a command ended, or what is supported in a class. */
    private static final Set<Integer> NEVER_OPEN =
            Set.of(CommandClass.SUPERVISION.id(), CommandClass.SECURITY_0.id(), CommandClass.SECURITY_2.id());

    public NodeSecurity {
        granted = Set.copyOf(granted);
        open = Set.copyOf(open);
    }

    /** A node without security. */
    public static NodeSecurity none() {
        return new NodeSecurity(Set.of(), Set.of(), false);
    }

    /** A node of which no more is known than that it has these keys. */
    public static NodeSecurity granted(Collection<SecurityClass> classes) {
        return new NodeSecurity(Set.copyOf(classes), Set.of(), false);
    }

    /** The most trusted of the classes; commands go and come in this one. */
    public Optional<SecurityClass> highest() {
        return granted.isEmpty()
                ? Optional.empty()
                : EnumSet.copyOf(granted).stream().findFirst();
    }

    /**
     * True if a command may come without the protection of the highest class.
     *
     * <p>Never one of Supervision or of security itself, though nodes list those classes in the clear.
     *
     * @param commandClasses those of all commands that it carries at last
     */
    public boolean isOpen(Collection<Integer> commandClasses) {
        return granted.isEmpty() || commandClasses.stream().allMatch(this::isOpen);
    }

    private boolean isOpen(int commandClass) {
        return commandClass == ZWAVE_PLUS_INFO || open.contains(commandClass) && !NEVER_OPEN.contains(commandClass);
    }

    /** In one order, whatever the sets'. */
    @Override
    public String toString() {
        return "NodeSecurity" + new TreeSet<>(granted) + new TreeSet<>(open) + (segments ? " segments" : "");
    }
}
