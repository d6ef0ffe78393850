package org.lockcredentials.examples.lockctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.lockcredentials.AccessGrant;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.Door;
import org.lockcredentials.LockId;
import org.lockcredentials.LockInfo;
import org.lockcredentials.Outcome;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.SlotState;
import org.lockcredentials.User;
import org.lockcredentials.matter.FabricNode;
import org.lockcredentials.matter.PairingWindow;
import org.lockcredentials.plan.PlanChange;
import org.lockcredentials.schedule.Schedule;

/** The model as JSON. What is not known is null, never left out. */
final class Json {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    static ObjectNode lock(LockInfo lock) {
        ObjectNode json = object().put("id", lock.id().toString()).put("name", lock.name());
        json.set("manufacturer", text(lock.manufacturer()));
        json.set("model", text(lock.model()));
        return json.put("reachable", lock.reachable());
    }

    static ObjectNode tagged(LockInfo lock) {
        ObjectNode json = lock(lock);
        json.set("area", text(lock.tags().area()));
        json.set("floor", text(lock.tags().floor()));
        json.set("labels", words(lock.tags().labels()));
        return json;
    }

    static ObjectNode info(LockInfo lock, Capabilities can) {
        ObjectNode json = tagged(lock);
        json.put("maxUsers", can.users().max()).put("maxNameLength", can.users().maxNameLength());
        json.set("userTypes", words(can.users().types()));
        json.set("credentialRules", words(can.users().rules()));
        json.put("userModel", can.users().model().name());
        json.set("credentialTypes", byName(can.credentials(), Json::credentials));
        json.set("schedules", byName(can.schedules(), slots -> object().put("slots", slots)));
        json.put("enabling", can.enabling().name());
        json.set("features", words(can.features()));
        return json;
    }

    static ObjectNode node(FabricNode node) {
        ObjectNode json = object().put("node", node.node());
        json.set("locks", words(node.locks()));
        return json.put("reachable", node.reachable());
    }

    static ObjectNode outcome(String node, Outcome outcome) {
        return object().put("node", node).put("outcome", outcome.name());
    }

    /** The one place where a code is shown: it is made to be told to another administrator, and is worth nothing after the window. */
    static ObjectNode window(String node, PairingWindow window) {
        return object().put("node", node)
                .put("manualCode", text(window.manualCode()))
                .put("qrCode", text(window.qrCode()))
                .put("until", window.until().toString());
    }

    private static String text(Secret code) {
        return code.use(bytes -> new String(bytes, StandardCharsets.US_ASCII));
    }

    static ObjectNode user(User user) {
        ObjectNode json = object().put("userIndex", user.index());
        json.set("name", text(user.name()));
        json.put("enabled", user.enabled())
                .put("type", user.type().name())
                .put("rule", user.rule().name());
        json.set("credentials", list(user.credentials(), Json::credential));
        json.set("schedules", list(user.schedules(), Json::schedule));
        json.set("creator", text(user.creator()));
        json.set("modifier", text(user.modifier()));
        return json;
    }

    static ObjectNode credential(Credential credential) {
        return object().put("type", credential.type().name()).put("slot", credential.slot());
    }

    static ObjectNode schedule(Schedule schedule) {
        return object().put("kind", schedule.kind().name()).put("schedule", ScheduleText.format(schedule));
    }

    static ObjectNode slot(LockId lock, SlotState state) {
        ObjectNode json = object().put("lock", lock.toString()).setAll(credential(state.place()));
        json.put("occupancy", state.occupancy().name());
        json.set("userIndex", number(state.userIndex()));
        return json;
    }

    static ObjectNode door(LockId lock, Door.State state) {
        ObjectNode json =
                object().put("lock", lock.toString()).put("bolt", state.bolt().name());
        json.set("doorOpen", state.doorOpen().<JsonNode>map(NODES::booleanNode).orElse(NODES.nullNode()));
        return json;
    }

    /** What a write about a lock or a user did. */
    static ObjectNode receipt(Receipt receipt) {
        ObjectNode json = object().put("lock", receipt.lock().toString());
        receipt.userIndex().ifPresent(index -> json.put("userIndex", index));
        return json.put("outcome", receipt.outcome().name());
    }

    /** What a write about one credential did. */
    static ObjectNode slotReceipt(Receipt receipt) {
        ObjectNode json = object().put("lock", receipt.lock().toString());
        json.set("userIndex", number(receipt.userIndex()));
        json.set(
                "slot",
                number(receipt.credentials().stream().mapToInt(Credential::slot).findFirst()));
        return json.put("outcome", receipt.outcome().name());
    }

    /** What a write on one of several locks did. */
    static ObjectNode accessReceipt(Receipt receipt) {
        ObjectNode json = object().put("outcome", receipt.outcome().name());
        receipt.userIndex().ifPresent(index -> json.put("userIndex", index));
        json.set("credentials", list(receipt.credentials(), Json::credential));
        return json;
    }

    static ObjectNode grant(AccessGrant grant) {
        ObjectNode json = object().put("owner", grant.key().owner())
                .put("key", grant.key().label())
                .put("userIndex", grant.userIndex());
        json.set("credentials", list(grant.credentials(), Json::credential));
        return json.put("state", grant.state().name());
    }

    static ObjectNode change(PlanChange change) {
        ObjectNode json =
                object().put("change", name(change)).put("key", change.key().label());
        if (change instanceof PlanChange.Change differing) {
            json.set("parts", words(differing.parts()));
        }
        return json;
    }

    private static String name(PlanChange change) {
        if (change instanceof PlanChange.Add) {
            return "ADD";
        } else if (change instanceof PlanChange.Restore) {
            return "RESTORE";
        }
        return change instanceof PlanChange.Change ? "CHANGE" : "REMOVE";
    }

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static <T> ArrayNode list(Collection<? extends T> values, Function<T, ? extends JsonNode> json) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(value -> array.add(json.apply(value)));
        return array;
    }

    static JsonNode text(Optional<String> value) {
        return value.<JsonNode>map(NODES::textNode).orElse(NODES.nullNode());
    }

    static JsonNode number(OptionalInt value) {
        return value.isPresent() ? NODES.numberNode(value.getAsInt()) : NODES.nullNode();
    }

    private static ObjectNode credentials(Capabilities.Credentials can) {
        return object().put("slots", can.slots())
                .put("minLength", can.minLength())
                .put("maxLength", can.maxLength())
                .put("learn", can.learnable())
                .put("perUser", can.perUser())
                .put("writable", can.writable())
                .put("readBack", can.readBack().name());
    }

    static ArrayNode words(Collection<?> values) {
        return list(values.stream().map(Object::toString).sorted().toList(), NODES::textNode);
    }

    private static <K extends Enum<K>, V> ObjectNode byName(Map<K, V> map, Function<V, JsonNode> json) {
        ObjectNode object = object();
        map.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(entry -> object.set(entry.getKey().name(), json.apply(entry.getValue())));
        return object;
    }
}
