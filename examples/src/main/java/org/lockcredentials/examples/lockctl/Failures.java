package org.lockcredentials.examples.lockctl;

import java.util.ArrayList;
import java.util.List;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into words and an exit code, without ever repeating a secret. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    /** Words after which a secret stands. */
    private static final List<String> BEFORE_SECRETS = List.of("--data", "code", "--dsk-pin");

    private final Output out;

    private Failures(Output out) {
        this.out = out;
    }

    /** Has the failures of these commands, which are complete, told on {@code out}. */
    static CommandLine handledBy(Output out, CommandLine commands) {
        Failures failures = new Failures(out);
        return commands.setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LockId.class, new LockIdText());
    }

    @Override
    public int handleParseException(ParameterException failure, String[] words) {
        String message = failure instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched, List.of(words))
                : String.valueOf(failure.getMessage());
        return misused(message, failure.getCommandLine(), List.of(words));
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof LockCredentialException refusal) {
            return out.refused(refusal);
        }
        if (failure instanceof IllegalArgumentException misuse) {
            return misused(String.valueOf(misuse.getMessage()), command, parsed.originalArgs());
        }
        LoggerFactory.getLogger(Failures.class).error("lockctl itself failed", failure);
        return out.broken();
    }

    private int misused(String message, CommandLine command, List<String> words) {
        return out.misused(
                withoutSecrets(message, words), command.getCommandSpec().qualifiedName());
    }

    /** Words that nothing asked for may be a secret without its option, so they are told by place. */
    private static String unmatched(UnmatchedArgumentException failure, List<String> words) {
        String first = failure.getUnmatched().get(0);
        boolean group = !failure.getCommandLine().getSubcommands().isEmpty();
        return "word " + (words.lastIndexOf(first) + 1)
                + (group
                        ? " is no command of " + failure.getCommandLine().getCommandName()
                        : " is no option of this command, nor does it take so many arguments");
    }

    static String withoutSecrets(String message, List<String> words) {
        String clean = message;
        for (String secret : secrets(words)) {
            clean = clean.replace(secret, "…");
        }
        return clean;
    }

    private static List<String> secrets(List<String> words) {
        List<String> secrets = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (BEFORE_SECRETS.contains(word) && i + 1 < words.size()) {
                secrets.add(words.get(i + 1));
            } else if (word.startsWith("--data=") || word.startsWith("--dsk-pin=")) {
                secrets.add(word.substring(word.indexOf('=') + 1));
            }
        }
        return secrets.stream().filter(secret -> !secret.isEmpty()).toList();
    }
}
