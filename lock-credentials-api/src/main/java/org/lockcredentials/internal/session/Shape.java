package org.lockcredentials.internal.session;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Capabilities;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.slot.SlotPolicy;

/** Questions to a lock's capabilities that several facets ask. */
final class Shape {

    private Shape() {}

    static boolean slotIsUser(Capabilities capabilities) {
        return capabilities.users().model() == Capabilities.UserModel.SLOT_IS_USER;
    }

    /** Whether the lock keeps names; where slots are users, what a name belongs to comes and goes with the code, so the SDK keeps it. */
    static boolean keepsNames(Capabilities capabilities) {
        return !slotIsUser(capabilities) && capabilities.users().maxNameLength() > 0;
    }

    static int slots(Capabilities capabilities, CredentialType type) {
        return capabilities
                .credentials(type)
                .map(Capabilities.Credentials::slots)
                .orElse(0);
    }

    /** Which indexes may be chosen where a slot is a user: those that both policies allow. */
    static SlotPolicy both(SlotPolicy users, SlotPolicy slots) {
        Set<Integer> apart = new HashSet<>(users.protectedSlots());
        apart.addAll(slots.protectedSlots());
        int first = Math.max(users.first(), slots.first());
        int last = Math.min(users.last(), slots.last());
        if (last < first) {
            // The ranges do not meet: a range of one protected place allows nothing.
            apart.add(first);
        }
        return new SlotPolicy(first, Math.max(first, last), apart, users.attempts());
    }

    static <T> CompletableFuture<T> failed(Reason reason, String message) {
        return CompletableFuture.failedFuture(new LockCredentialException(reason, message));
    }

    static <T> CompletableFuture<T> done(T value) {
        return CompletableFuture.completedFuture(value);
    }
}
