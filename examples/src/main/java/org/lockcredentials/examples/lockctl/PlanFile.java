package org.lockcredentials.examples.lockctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.CredentialType;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Secret;
import org.lockcredentials.plan.Plan;
import org.lockcredentials.schedule.Schedule;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a plan:
 *
 * <pre>
 * {"owner": "office", "target": "area:ground",
 *  "access": [{"key": "ann", "name": "Ann", "type": "PIN", "dataFile": "ann.pin", "schedules": ["weekday:mon-fri,08:00-17:00"]}]}
 * </pre>
 *
 * A {@code dataFile} is looked for beside the plan; {@code data} may hold the code itself. Owner, type and schedules may be left out.
 */
final class PlanFile {

    private static final Set<String> PLAN_FIELDS = Set.of("owner", "target", "access");
    private static final Set<String> ACCESS_FIELDS = Set.of("key", "name", "type", "data", "dataFile", "schedules");

    private final Path file;

    PlanFile(Path file) {
        this.file = file;
    }

    /** @throws IllegalArgumentException if the file cannot be read or is not a plan; codes are not repeated */
    Plan read() {
        JsonNode plan = json();
        only(plan, PLAN_FIELDS);
        String owner = optional(plan, "owner").orElse("lockctl");
        List<AccessRequest> access = new ArrayList<>();
        list(plan, "access").forEach(entry -> access.add(access(owner, entry)));
        return new Plan(owner, TargetText.parse(required(plan, "target")), access);
    }

    private AccessRequest access(String owner, JsonNode entry) {
        only(entry, ACCESS_FIELDS);
        AccessRequest.Builder request = AccessRequest.builder(new AccessKey(owner, required(entry, "key")));
        optional(entry, "name").ifPresent(request::name);
        list(entry, "schedules").forEach(schedule -> request.schedule(schedule(schedule)));
        return request.credential(NewCredential.of(type(entry), secret(entry))).build();
    }

    private Secret secret(JsonNode entry) {
        Optional<String> data = optional(entry, "data");
        Optional<String> dataFile = optional(entry, "dataFile");
        if (data.isPresent() == dataFile.isPresent()) {
            throw wrong("each access has either data or dataFile");
        }
        return data.map(Secret::of).orElseGet(() -> SecretSource.read(file.resolveSibling(dataFile.orElseThrow())));
    }

    private CredentialType type(JsonNode entry) {
        try {
            return CredentialType.valueOf(optional(entry, "type").orElse("PIN").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong("type is one of " + Arrays.toString(CredentialType.values()));
        }
    }

    private Schedule schedule(JsonNode words) {
        try {
            return ScheduleText.parse(words.asText());
        } catch (TypeConversionException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private JsonNode json() {
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            // Jackson's message quotes the file, and with it perhaps a code.
            throw wrong("it cannot be read as JSON");
        }
    }

    private void only(JsonNode object, Set<String> known) {
        if (!object.isObject() || !known.containsAll(names(object))) {
            throw wrong("expected an object with no other fields than "
                    + known.stream().sorted().toList());
        }
    }

    private JsonNode list(JsonNode object, String field) {
        JsonNode list = object.path(field);
        if (!list.isArray() && !list.isMissingNode()) {
            throw wrong(field + " is a list");
        }
        return list;
    }

    private static Set<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .collect(Collectors.toSet());
    }

    private String required(JsonNode object, String field) {
        return optional(object, field).orElseThrow(() -> wrong(field + " is missing, or is not text"));
    }

    private static Optional<String> optional(JsonNode object, String field) {
        return Optional.of(object.path(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("the plan in " + file + ": " + what);
    }
}
