package org.lockcredentials.matter.fabric;

import java.util.List;
import net.jqwik.api.Example;
import org.lockcredentials.matter.tlv.Inputs;
import org.lockcredentials.testing.ManualScheduler;

class FabricStateProperties {

    @Example
    void aMillionInputsRaiseNothingButDecodeException() {
        try (FabricState state = Fabric.create(1, new ManualScheduler())) {
            Inputs.decoded(
                    List.of(state.encode()),
                    0xFA,
                    input -> FabricState.decode(input).close());
        }
    }
}
