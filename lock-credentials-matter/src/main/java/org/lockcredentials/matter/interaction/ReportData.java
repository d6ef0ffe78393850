package org.lockcredentials.matter.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * ReportDataMessage: a part of what was asked for, or what changed (10.7.3).
 *
 * @param subscription which one it belongs to; empty in the answer to a read
 * @param moreChunks another message follows once this one was answered
 * @param suppressResponse no StatusResponse is wanted
 */
public record ReportData(
        Optional<Long> subscription,
        List<AttributeData> attributes,
        List<AttributeStatus> failures,
        List<EventData> events,
        boolean moreChunks,
        boolean suppressResponse)
        implements InteractionMessage {

    static final int OPCODE = 0x05;

    public ReportData {
        attributes = List.copyOf(attributes);
        failures = List.copyOf(failures);
        events = List.copyOf(events);
    }

    static ReportData decode(TlvStructure in) throws DecodeException {
        List<AttributeData> attributes = new ArrayList<>();
        List<AttributeStatus> failures = new ArrayList<>();
        Optional<AttributePath> previous = Optional.empty();
        for (TlvElement each : elements(in, 1)) {
            TlvStructure report = each.structure();
            if (report.optional(1).isPresent()) {
                AttributeData data = AttributeData.decode(report.element(1), previous);
                attributes.add(data);
                previous = Optional.of(data.path());
            } else {
                AttributeStatus failure = AttributeStatus.decode(report.element(0), previous);
                failures.add(failure);
                previous = Optional.of(failure.path());
            }
        }
        return new ReportData(
                in.optional(0, TlvElement::u32),
                attributes,
                failures,
                events(in),
                in.optional(3, TlvElement::bool).orElse(false),
                in.optional(4, TlvElement::bool).orElse(false));
    }

    /** Statuses of events say that a path has none, which is as good as no event. */
    private static List<EventData> events(TlvStructure in) throws DecodeException {
        List<EventData> events = new ArrayList<>();
        for (TlvElement each : elements(in, 2)) {
            Optional<TlvElement> data = each.structure().optional(1);
            if (data.isPresent()) {
                Optional<EventData> before =
                        events.isEmpty() ? Optional.empty() : Optional.of(events.get(events.size() - 1));
                events.add(EventData.decode(data.get(), before));
            }
        }
        return events;
    }

    private static List<TlvElement> elements(TlvStructure in, int tag) throws DecodeException {
        return in.optional(tag, element -> element.array().elements()).orElse(List.of());
    }

    @Override
    public int opcode() {
        return OPCODE;
    }

    @Override
    public void fields(TlvWriter out) {
        out.optional(0, subscription, TlvWriter::unsigned);
        if (!attributes.isEmpty() || !failures.isEmpty()) {
            out.array(1, reports -> {
                for (AttributeData each : attributes) {
                    reports.structure(Tag.ANONYMOUS, report -> each.encode(report, Tag.of(1)));
                }
                for (AttributeStatus each : failures) {
                    reports.structure(Tag.ANONYMOUS, report -> each.encode(report, Tag.of(0)));
                }
            });
        }
        if (!events.isEmpty()) {
            out.array(2, events, (to, tag, each) -> to.structure(tag, report -> each.encode(report, Tag.of(1))));
        }
        if (moreChunks) {
            out.bool(3, true);
        }
        if (suppressResponse) {
            out.bool(4, true);
        }
    }
}
