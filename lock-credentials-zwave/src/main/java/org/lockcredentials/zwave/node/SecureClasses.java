package org.lockcredentials.zwave.node;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClasses;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Request;
import org.lockcredentials.zwave.command.security0.S0Commands;

/**
 * Security 0's question for the command classes that are supported securely, answered by the last of its reports with what all of them told
 * (SDS13783 §3.5.4.3).
 */
final class SecureClasses implements Request<S0Commands.Report> {

    private static final S0Commands.Get QUESTION = new S0Commands.Get();

    private final Set<Integer> told = new LinkedHashSet<>();

    @Override
    public CommandType<S0Commands.Get> type() {
        return QUESTION.type();
    }

    @Override
    public void encodeFields(ByteWriter out) {
        QUESTION.encodeFields(out);
    }

    @Override
    public CommandType<S0Commands.Report> answerType() {
        return S0Commands.Report.TYPE;
    }

    @Override
    public Optional<S0Commands.Report> answer(Command received) {
        return S0Commands.Report.TYPE.match(received).flatMap(report -> {
            told.addAll(report.commandClasses().supported());
            return report.reportsToFollow() > 0
                    ? Optional.empty()
                    : Optional.of(new S0Commands.Report(0, CommandClasses.supporting(List.copyOf(told))));
        });
    }
}
