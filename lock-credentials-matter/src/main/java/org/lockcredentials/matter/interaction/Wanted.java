package org.lockcredentials.matter.interaction;

import java.util.List;
import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvArray;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * What is to be read or subscribed to.
 *
 * @param eventMin the lowest number of an event to be told of, unsigned; empty for all that the node remembers
 * @param fabricFiltered whether data of other fabrics is left out where it is kept by fabric
 * @param versions clusters whose data is known already
 */
public record Wanted(
        List<AttributePath> attributes,
        List<EventPath> events,
        Optional<Long> eventMin,
        boolean fabricFiltered,
        List<DataVersionFilter> versions) {

    public Wanted {
        attributes = List.copyOf(attributes);
        events = List.copyOf(events);
        versions = List.copyOf(versions);
    }

    /** Attributes alone, with what other fabrics keep there left out. */
    public static Wanted attributes(List<AttributePath> paths) {
        return new Wanted(paths, List.of(), Optional.empty(), true, List.of());
    }

    public static Wanted attributes(AttributePath... paths) {
        return attributes(List.of(paths));
    }

    /** All events of these paths that the node remembers. */
    public static Wanted events(List<EventPath> paths) {
        return new Wanted(List.of(), paths, Optional.empty(), true, List.of());
    }

    /** The same, but for events before {@code number}. */
    public Wanted since(long number) {
        return new Wanted(attributes, events, Optional.of(number), fabricFiltered, versions);
    }

    /** The same, with the data of other fabrics. */
    public Wanted ofAllFabrics() {
        return new Wanted(attributes, events, eventMin, false, versions);
    }

    /** The same, but for clusters whose data is still of these versions. */
    public Wanted unless(List<DataVersionFilter> known) {
        return new Wanted(attributes, events, eventMin, fabricFiltered, known);
    }

    /** Reads the fields, whose tags differ between messages. */
    static Wanted decode(TlvStructure in, Tags tags) throws DecodeException {
        return new Wanted(
                each(in, tags.attributes, AttributePath::decode),
                each(in, tags.events, EventPath::decode),
                eventMin(in, tags),
                in.bool(tags.fabricFiltered),
                each(in, tags.versions, DataVersionFilter::decode));
    }

    void encode(TlvWriter out, Tags tags) {
        if (!attributes.isEmpty()) {
            out.array(tags.attributes, attributes, (to, tag, path) -> path.encode(to, tag));
        }
        if (!events.isEmpty()) {
            out.array(tags.events, events, (to, tag, path) -> path.encode(to, tag));
        }
        eventMin.ifPresent(number -> out.array(
                tags.filters, List.of(number), (to, tag, min) -> to.structure(tag, ib -> ib.unsigned(1, min))));
        out.bool(tags.fabricFiltered, fabricFiltered);
        if (!versions.isEmpty()) {
            out.array(tags.versions, versions, (to, tag, filter) -> filter.encode(to, tag));
        }
    }

    private static Optional<Long> eventMin(TlvStructure in, Tags tags) throws DecodeException {
        List<Long> filters = each(in, tags.filters, filter -> filter.structure().u64(1));
        return filters.isEmpty() ? Optional.empty() : Optional.of(filters.get(0));
    }

    private static <T> List<T> each(TlvStructure in, int tag, TlvElement.Reading<T> reading) throws DecodeException {
        Optional<TlvArray> array = in.optional(tag, TlvElement::array);
        return array.isPresent() ? array.get().each(reading) : List.of();
    }

    /** Where the fields stand in a message. */
    record Tags(int attributes, int events, int filters, int fabricFiltered, int versions) {}
}
