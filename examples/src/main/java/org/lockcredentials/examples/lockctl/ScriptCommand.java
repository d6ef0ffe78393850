package org.lockcredentials.examples.lockctl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Many commands over one connection. */
@Command(
        name = "script",
        description = "Does one command per line and answers each with one line of JSON, errors included.",
        footer = {
            "",
            "Words are quoted as in a shell; # starts a comment. Besides the other commands there are:",
            "  wait-event [TYPE] [SECONDS]   answers with the next event of that type",
            "  sleep SECONDS",
            "It goes on after an error, and exits with 1 if there was one."
        })
final class ScriptCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private final Session session;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The script; - or nothing for standard input.")
    private String file = STANDARD_INPUT;

    ScriptCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (BufferedReader lines = open()) {
            session.out().wantJson();
            session.manager();
            session.out().script();
            int worst = Output.DONE;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                worst = Math.max(worst, execute(line));
            }
            return Math.min(worst, Output.REFUSED);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the script " + file, e);
        }
    }

    private int execute(String line) {
        List<String> words;
        try {
            words = ShellWords.split(line);
        } catch (IllegalArgumentException e) {
            return session.out().misused(String.valueOf(e.getMessage()), "script");
        }
        if (words.isEmpty()) {
            return Output.DONE;
        }
        CommandLine commands = Commands.of(session)
                .addSubcommand(new WaitEventCommand(session))
                .addSubcommand(new SleepCommand(session));
        // Standard output is for answers, which help is not.
        commands.setOut(session.out().messages());
        return Failures.handledBy(session.out(), commands).execute(words.toArray(String[]::new));
    }

    private BufferedReader open() throws IOException {
        return file.equals(STANDARD_INPUT)
                ? new BufferedReader(new InputStreamReader(session.in(), StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(file));
    }
}
