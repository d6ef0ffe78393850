package org.lockcredentials.examples.lockctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Map;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.Result;

/** Answers on standard output, everything else on standard error; each method gives the exit code that goes with it. */
final class Output {

    /** How answers are written. */
    private enum Form {
        /** Tables for people; failures on standard error. */
        TEXT,
        /** One JSON value on standard output, failures of locks included. */
        JSON,
        /** One line of JSON for each command, bad usage included. */
        SCRIPT
    }

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int MISUSED = 2;

    private final PrintWriter out;
    private final PrintWriter err;
    private final ProgressLine progress;
    private Form form = Form.TEXT;

    Output(PrintWriter out, PrintWriter err, ProgressLine progress) {
        this.out = out;
        this.err = err;
        this.progress = progress;
    }

    void wantJson() {
        form = form == Form.TEXT ? Form.JSON : form;
    }

    void script() {
        form = Form.SCRIPT;
    }

    boolean isScript() {
        return form == Form.SCRIPT;
    }

    int answer(JsonNode answer) {
        print(answer);
        return DONE;
    }

    /** One of many answers, as they come. */
    void line(ObjectNode answer) {
        progress.erase();
        out.println(form == Form.TEXT ? Table.line(answer) : answer.toString());
        out.flush();
    }

    /** How several locks fared: {@link #REFUSED} if one of them failed. */
    int results(Map<LockId, ? extends Result<? extends JsonNode>> results) {
        ObjectNode byLock = Json.object();
        results.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> byLock.set(entry.getKey().toString(), result(entry.getValue())));
        print(Json.object().set("results", byLock));
        return results.values().stream().allMatch(result -> result.done().isPresent()) ? DONE : REFUSED;
    }

    int refused(LockCredentialException error) {
        if (form == Form.TEXT) {
            String lock = error.lock().map(id -> " (" + id + ")").orElse("");
            message(error.reason() + lock + ": " + error.getMessage());
        } else {
            print(ErrorJson.answer(error));
        }
        return REFUSED;
    }

    /** lockctl or the SDK is wrong; the log has told how. */
    int broken() {
        if (form == Form.TEXT) {
            message("it failed; see above");
        } else {
            print(ErrorJson.broken());
        }
        return REFUSED;
    }

    int misused(String message, String command) {
        if (form == Form.SCRIPT) {
            print(ErrorJson.misused(message));
        } else {
            message(message);
            err.println("Try '" + command + " --help'.");
            err.flush();
        }
        return MISUSED;
    }

    /** Where people read what is no answer. */
    PrintWriter messages() {
        return err;
    }

    void message(String text) {
        progress.erase();
        err.println("lockctl: " + text);
        err.flush();
    }

    private void print(JsonNode answer) {
        progress.erase();
        if (form == Form.TEXT) {
            out.print(Table.of(answer));
        } else {
            out.println(answer);
        }
        out.flush();
    }

    private static JsonNode result(Result<? extends JsonNode> result) {
        return result.done()
                .<JsonNode>map(done -> done)
                .orElseGet(() -> ErrorJson.result(result.failure().orElseThrow()));
    }
}
