package org.lockcredentials.internal.session;

import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Reason;
import org.lockcredentials.internal.queue.Turn;
import org.lockcredentials.slot.SlotPolicy;
import org.lockcredentials.slot.SlotTable.Choice;

/** Finds the lowest free place, asking the lock about just those places that decide it. */
final class Places {

    private final LockDesk desk;
    private final Survey survey;

    Places(LockDesk desk, Survey survey) {
        this.desk = desk;
        this.survey = survey;
    }

    /** Reserves the lowest free user index; where slots are users, one that is free as both. Fails with FULL. */
    CompletableFuture<Integer> user(Turn turn, Capabilities capabilities, CredentialType code, Object holder) {
        SlotPolicy users = desk.context().userSlots();
        boolean one = Shape.slotIsUser(capabilities);
        SlotPolicy policy = one ? Shape.both(users, desk.context().credentialSlots()) : users;
        int max = capabilities.users().max();
        int capacity = one && capabilities.credentials(code).isPresent()
                ? Math.min(max, Shape.slots(capabilities, code))
                : max;
        return choose(
                turn,
                capabilities,
                () -> desk.memory().slots().chooseUser(policy, capacity, holder, desk.now(), desk.heldUntil(turn)),
                index -> survey.readUser(turn, capabilities, index).thenAccept(told -> {}));
    }

    /** Reserves the lowest free slot for a credential. Fails with FULL. */
    CompletableFuture<Credential> credential(Turn turn, Capabilities capabilities, CredentialType type, Object holder) {
        SlotPolicy policy = desk.context().credentialSlots();
        int capacity = Shape.slots(capabilities, type);
        return choose(
                        turn,
                        capabilities,
                        () -> desk.memory()
                                .slots()
                                .chooseCredential(type, policy, capacity, holder, desk.now(), desk.heldUntil(turn)),
                        slot -> survey.readCredential(turn, new Credential(type, slot))
                                .thenAccept(told -> {}))
                .thenApply(slot -> new Credential(type, slot));
    }

    private CompletableFuture<Integer> choose(
            Turn turn, Capabilities capabilities, Supplier<Choice> table, IntFunction<CompletableFuture<Void>> ask) {
        Choice choice = table.get();
        if (choice instanceof Choice.Reserved reserved) {
            return Shape.done(reserved.index());
        }
        if (choice instanceof Choice.Ask place) {
            return ask.apply(place.index()).thenCompose(told -> choose(turn, capabilities, table, ask));
        }
        // Somebody may have been deleted unheard: before a lock is called full, it is read, once for all who wait.
        if (desk.memory().wholeSince(turn.calledAt())) {
            return Shape.failed(Reason.FULL, "no free place is left");
        }
        return survey.refresh(turn, capabilities).thenCompose(read -> {
            Choice again = table.get();
            return again instanceof Choice.None
                    ? Shape.failed(Reason.FULL, "no free place is left")
                    : choose(turn, capabilities, table, ask);
        });
    }
}
