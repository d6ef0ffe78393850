package org.lockcredentials.examples.lockctl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lockcredentials.Finding;
import org.lockcredentials.Leftover;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.Reason;

/** Failures as JSON. */
final class ErrorJson {

    private ErrorJson() {}

    /** A failed command. */
    static ObjectNode answer(LockCredentialException error) {
        ObjectNode body = body(error);
        body.set("lock", Json.text(error.lock().map(LockId::toString)));
        return wrapped(body);
    }

    /** A command that failed for no reason that the SDK has a name for. */
    static ObjectNode broken() {
        ObjectNode body = Json.object().put("reason", "INTERNAL").put("message", "it failed; standard error tells how");
        return wrapped(body.putNull("lock"));
    }

    /** A command in a script that cannot be understood. */
    static ObjectNode misused(String message) {
        ObjectNode body = Json.object().put("reason", Reason.INVALID.name()).put("message", message);
        return wrapped(body.putNull("lock"));
    }

    /** One lock's failure among the results of several, which are keyed by lock already. */
    static ObjectNode result(LockCredentialException error) {
        return wrapped(body(error));
    }

    private static ObjectNode wrapped(ObjectNode body) {
        return Json.object().set("error", body);
    }

    private static ObjectNode body(LockCredentialException error) {
        ObjectNode body = Json.object().put("reason", error.reason().name()).put("message", error.getMessage());
        error.status().ifPresent(status -> body.put("status", status));
        if (!error.findings().isEmpty()) {
            body.set("findings", Json.list(error.findings(), ErrorJson::finding));
        }
        if (!error.leftovers().isEmpty()) {
            body.set("leftovers", Json.list(error.leftovers(), ErrorJson::leftover));
        }
        return body;
    }

    private static ObjectNode finding(Finding finding) {
        return Json.object()
                .put("field", finding.field())
                .put("reason", finding.reason().name())
                .put("message", finding.message());
    }

    private static ObjectNode leftover(Leftover leftover) {
        if (leftover instanceof Leftover.LeftUser left) {
            return Json.object().put("left", "USER").put("userIndex", left.index());
        } else if (leftover instanceof Leftover.LeftCredential left) {
            ObjectNode json = Json.object().put("left", "CREDENTIAL").put("userIndex", left.userIndex());
            return json.setAll(Json.credential(left.credential()));
        } else if (leftover instanceof Leftover.LeftSchedule left) {
            return Json.object()
                    .put("left", "SCHEDULE")
                    .put("userIndex", left.userIndex())
                    .put("kind", left.kind().name())
                    .put("slot", left.slot());
        }
        throw new IllegalArgumentException("a leftover of a kind that has no words");
    }
}
