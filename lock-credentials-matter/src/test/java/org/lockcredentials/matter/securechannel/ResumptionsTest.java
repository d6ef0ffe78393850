package org.lockcredentials.matter.securechannel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.session.PeerNode;
import org.lockcredentials.testing.MemoryStore;

class ResumptionsTest {

    private static final PeerNode NODE = new PeerNode(1, 2);

    private final MemoryStore store = new MemoryStore();
    private final Secret shared = Secret.of(new byte[32]);

    private Resumption resumption() {
        return new Resumption(new byte[16], shared);
    }

    @Test
    void closingWipesWhatIsHeldAndLeavesWhatIsKept() {
        Resumptions open = new Resumptions(store, Runnable::run);
        open.keep(NODE, resumption());
        assertTrue(open.find(NODE).isPresent());
        open.close();
        assertTrue(shared.isWiped());
        assertEquals(Optional.empty(), open.find(NODE));
        assertTrue(new Resumptions(store, Runnable::run).find(NODE).isPresent());
    }

    @Test
    void whatComesAfterTheEndIsWipedAtOnce() {
        Resumptions closed = new Resumptions(store, Runnable::run);
        closed.close();
        closed.keep(NODE, resumption());
        assertTrue(shared.isWiped());
        assertEquals(List.of(), store.keys("matter/resumption"));
    }

    @Test
    void anExecutorThatTakesNoMoreWorkCostsTheResumptionAfterARestartOnly() {
        Resumptions open = new Resumptions(store, write -> {
            throw new RejectedExecutionException();
        });
        open.keep(NODE, resumption());
        assertTrue(open.find(NODE).isPresent());
        assertEquals(List.of(), store.keys("matter/resumption"));
    }
}
