package org.lockcredentials.matter.interaction;

import java.util.ArrayList;
import java.util.List;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * InvokeResponseMessage (10.7.10).
 *
 * @param commands answers with fields of their own
 * @param statuses answers that say no more than how it went
 * @param moreChunks another message follows once this one was answered
 */
public record InvokeResponse(List<CommandData> commands, List<CommandStatus> statuses, boolean moreChunks)
        implements InteractionMessage {

    static final int OPCODE = 0x09;

    public InvokeResponse {
        commands = List.copyOf(commands);
        statuses = List.copyOf(statuses);
    }

    static InvokeResponse decode(TlvStructure in) throws DecodeException {
        List<CommandData> commands = new ArrayList<>();
        List<CommandStatus> statuses = new ArrayList<>();
        for (TlvElement each : in.array(1).elements()) {
            TlvStructure response = each.structure();
            if (response.optional(0).isPresent()) {
                commands.add(CommandData.decode(response.element(0)));
            } else {
                statuses.add(CommandStatus.decode(response.element(1)));
            }
        }
        return new InvokeResponse(
                commands, statuses, in.optional(2, TlvElement::bool).orElse(false));
    }

    @Override
    public int opcode() {
        return OPCODE;
    }

    @Override
    public void fields(TlvWriter out) {
        out.bool(0, false).array(1, responses -> {
            for (CommandData each : commands) {
                responses.structure(Tag.ANONYMOUS, response -> each.encode(response, Tag.of(0)));
            }
            for (CommandStatus each : statuses) {
                responses.structure(Tag.ANONYMOUS, response -> each.encode(response, Tag.of(1)));
            }
        });
        if (moreChunks) {
            out.bool(2, true);
        }
    }
}
