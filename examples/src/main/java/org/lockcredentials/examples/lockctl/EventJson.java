package org.lockcredentials.examples.lockctl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lockcredentials.Credential;
import org.lockcredentials.event.LockEvent;

/** Events as JSON: the first field names the kind, the last tells when. */
final class EventJson {

    /** The kinds of event by name. */
    static final List<String> KINDS = List.of(
            "OPERATION",
            "ALARM",
            "USER_CHANGE",
            "CREDENTIAL_CHANGE",
            "LEARN_PROGRESS",
            "CONNECTION",
            "MISSED",
            "PROGRESS");

    private EventJson() {}

    static ObjectNode of(LockEvent event) {
        ObjectNode json = Json.object().put("event", kind(event));
        if (event instanceof LockEvent.Operation e) {
            operation(json, e);
        } else if (event instanceof LockEvent.Alarm e) {
            json.put("alarm", e.kind().name()).put("lock", e.lock().toString());
            actor(json, e.user());
        } else if (event instanceof LockEvent.UserChange e) {
            json.put("change", e.change().name()).put("lock", e.lock().toString());
            actor(json, e.user());
        } else if (event instanceof LockEvent.CredentialChange e) {
            json.put("change", e.change().name()).put("lock", e.lock().toString());
            credential(json, e.credential());
            actor(json, e.user());
        } else if (event instanceof LockEvent.LearnProgress e) {
            json.put("state", e.state().name()).put("lock", e.lock().toString());
            json.put("type", e.type().name()).put("slot", e.slot());
            json.set("stepsRemaining", Json.number(e.stepsRemaining()));
        } else if (event instanceof LockEvent.Connection e) {
            json.put("lock", e.lock().toString()).put("reachable", e.reachable());
        } else if (event instanceof LockEvent.Missed e) {
            json.put("lock", e.lock().toString());
        } else if (event instanceof LockEvent.Progress e) {
            json.put("task", e.task()).put("lock", e.lock().toString());
            json.put("done", e.done()).put("total", e.total());
        }
        return json.put("at", event.at().toString());
    }

    static String kind(LockEvent event) {
        return event.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
    }

    private static void operation(ObjectNode json, LockEvent.Operation event) {
        json.put("operation", event.action().name()).put("lock", event.lock().toString());
        json.put("source", event.source().name());
        actor(json, event.user());
        credential(json, event.credential());
        event.error().ifPresent(error -> json.put("error", error));
    }

    /** Nobody known leaves both fields out; an index without a name has a null name. */
    private static void actor(ObjectNode json, Optional<LockEvent.Actor> user) {
        user.ifPresent(actor -> {
            json.put("userIndex", actor.index());
            json.set("userName", Json.text(actor.name()));
        });
    }

    private static void credential(ObjectNode json, Optional<Credential> credential) {
        credential.ifPresent(place -> json.set("credential", Json.credential(place)));
    }
}
