package org.lockcredentials.examples.lockctl;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The program: wires a run together. */
public final class Lockctl implements AutoCloseable {

    private final Session session;
    private final CommandLine commands;

    Lockctl(InputStream in, OutputStream out, OutputStream err, boolean terminal) {
        PrintWriter answers = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        PrintWriter messages = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8));
        ProgressLine progress = new ProgressLine(messages, terminal);
        Output output = new Output(answers, messages, progress);
        ConnectionOptions connection = new ConnectionOptions();
        session = new Session(connection, in, output, progress);
        commands = Failures.handledBy(output, Commands.of(session).addSubcommand(new ScriptCommand(session)))
                .setOut(answers)
                .setErr(messages);
        commands.getCommandSpec().addMixin("connection", CommandLine.Model.CommandSpec.forAnnotatedObject(connection));
        commands.getCommandSpec().addMixin("log", CommandLine.Model.CommandSpec.forAnnotatedObject(new LogOptions()));
    }

    /** Gives the exit code: 0 done, 1 refused by a lock or a network, 2 not understood. */
    int run(String... words) {
        return commands.execute(words);
    }

    @Override
    public void close() {
        session.close();
    }

    /** Runs one command line and exits with its code. */
    public static void main(String[] words) {
        Lockctl lockctl = new Lockctl(System.in, System.out, System.err, Terminal.isStandardError());
        Runtime.getRuntime().addShutdownHook(new Thread(lockctl::close, "lockctl-close"));
        System.exit(lockctl.run(words));
    }
}
