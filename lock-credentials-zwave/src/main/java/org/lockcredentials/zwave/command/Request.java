package org.lockcredentials.zwave.command;

import java.util.Optional;

/**
 * A command that the specification says is answered by another one.
 *
 * @param <R> the command that answers
 */
public interface Request<R extends Command> extends Command {

    CommandType<R> answerType();

    /** True if this very request is what {@code answer} answers, by the identifiers that both carry. */
    default boolean answeredBy(R answer) {
        return true;
    }

    /** {@code received} as the answer to this request, or empty if it is anything else. */
    default Optional<R> answer(Command received) {
        return answerType().match(received).filter(this::answeredBy);
    }
}
