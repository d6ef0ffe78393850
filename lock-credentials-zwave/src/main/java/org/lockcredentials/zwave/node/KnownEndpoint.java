package org.lockcredentials.zwave.node;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.version.CommandClassVersion;

/**
 * What is known of one endpoint.
 *
 * @param endpoint 0 for the root device
 * @param classes the command classes it supports
 * @param reports what it told of its capabilities, in the order in which it was asked
 */
public record KnownEndpoint(int endpoint, Set<Integer> classes, List<Command> reports) {

    public KnownEndpoint {
        classes = Set.copyOf(classes);
        reports = List.copyOf(reports);
    }

    public boolean supports(CommandClass commandClass) {
        return classes.contains(commandClass.id());
    }

    /** The version of a command class, if the endpoint told it. */
    public OptionalInt version(CommandClass commandClass) {
        return reports.stream()
                .flatMap(each -> CommandClassVersion.Report.TYPE.match(each).stream())
                .filter(each -> each.requested() == commandClass.id())
                .mapToInt(CommandClassVersion.Report::version)
                .findFirst();
    }

    /** The report of this type, if the endpoint gave one. */
    public <C extends Command> Optional<C> report(CommandType<C> type) {
        return reports.stream().flatMap(each -> type.match(each).stream()).findFirst();
    }
}
