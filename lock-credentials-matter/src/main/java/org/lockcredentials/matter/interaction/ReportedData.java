package org.lockcredentials.matter.interaction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lockcredentials.matter.tlv.TlvArray;
import org.lockcredentials.matter.tlv.TlvElement;

/**
 * What a node told, put together from all messages of a report: lists that came element by element are whole again (8.4.3.3).
 *
 * @param attributes values by attribute, in the order in which they were first named
 * @param versions of the data of the clusters that were told, where the node tells them
 * @param failures attributes that were asked for by their full path and not told
 * @param events in order
 */
public record ReportedData(
        Map<AttributeId, TlvElement> attributes,
        List<DataVersionFilter> versions,
        Map<AttributeId, StatusIb> failures,
        List<EventData> events) {

    /** Nothing at all. */
    public static final ReportedData NOTHING = new ReportedData(Map.of(), List.of(), Map.of(), List.of());

    public ReportedData {
        versions = List.copyOf(versions);
        failures = Map.copyOf(failures);
        events = List.copyOf(events);
    }

    /** Puts messages together as they come. */
    static final class Builder {

        private final Map<AttributeId, TlvElement> values = new LinkedHashMap<>();
        private final Map<AttributeId, List<TlvElement>> lists = new LinkedHashMap<>();
        private final Map<List<Long>, Long> versions = new LinkedHashMap<>();
        private final Map<AttributeId, StatusIb> failures = new LinkedHashMap<>();
        private final List<EventData> events = new ArrayList<>();

        void add(ReportData message) {
            message.attributes().forEach(this::add);
            for (AttributeStatus failure : message.failures()) {
                failure.path().id().ifPresent(id -> failures.put(id, failure.status()));
            }
            events.addAll(message.events());
        }

        private void add(AttributeData data) {
            Optional<AttributeId> told = data.path().id();
            if (told.isEmpty()) {
                return;
            }
            AttributeId id = told.get();
            data.dataVersion().ifPresent(version -> versions.put(List.of((long) id.endpoint(), id.cluster()), version));
            if (data.path().appends()) {
                lists.computeIfAbsent(id, this::elements).add(data.value());
                values.putIfAbsent(id, new TlvArray(List.of()));
            } else {
                lists.remove(id);
                values.put(id, data.value());
            }
        }

        private List<TlvElement> elements(AttributeId id) {
            return values.get(id) instanceof TlvArray start ? new ArrayList<>(start.elements()) : new ArrayList<>();
        }

        /** How much was told, in elements, for a reader that sets itself a limit. */
        int size() {
            return values.size()
                    + failures.size()
                    + events.size()
                    + lists.values().stream().mapToInt(List::size).sum();
        }

        ReportedData build() {
            lists.forEach((id, elements) -> values.put(id, new TlvArray(elements)));
            List<DataVersionFilter> known = new ArrayList<>();
            versions.forEach((place, version) ->
                    known.add(new DataVersionFilter(place.get(0).intValue(), place.get(1), version)));
            return new ReportedData(new LinkedHashMap<>(values), known, failures, events);
        }
    }
}
