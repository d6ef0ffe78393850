package org.lockcredentials.zwave.lock;

import java.util.Comparator;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.lockcredentials.Outcome;
import org.lockcredentials.zwave.command.CrcPiece;
import org.lockcredentials.zwave.command.usercredential.CredentialType;

/**
 * What a lock that was read whole must hold by now, as far as its checksum shows it: no code, but what each adds to the checksum. It need not
 * be right, since the lock's own checksum is held against it.
 *
 * <p>Touched by tasks of the network's actor only.
 */
final class ChecksumLedger {

    private record Slot(int type, int number) {
        static final Comparator<Slot> ORDER =
                Comparator.comparingInt(Slot::type).thenComparingInt(Slot::number);
    }

    private record Held(int userId, CrcPiece piece) {}

    private final Map<Integer, CrcPiece> users = new TreeMap<>();
    private final Map<Slot, Held> credentials = new TreeMap<>(Slot.ORDER);
    private boolean known;

    /** Empty before the lock was read, and when something is on it that never went through this ledger. */
    OptionalLong expected() {
        if (!known) {
            return OptionalLong.empty();
        }
        CrcPiece all = CrcPiece.NOTHING;
        for (Map.Entry<Integer, CrcPiece> user : users.entrySet()) {
            all = all.then(user.getValue());
            for (Held held : credentials.values()) {
                all = held.userId == user.getKey() ? all.then(held.piece) : all;
            }
        }
        return OptionalLong.of(all.checksum());
    }

    /** The lock was read whole, into another ledger. */
    void replace(ChecksumLedger read) {
        users.clear();
        users.putAll(read.users);
        credentials.clear();
        credentials.putAll(read.credentials);
        known = true;
    }

    /** Something is on the lock of which is not known what it adds. */
    void forget() {
        known = false;
    }

    void user(int userId, CrcPiece piece) {
        users.put(userId, piece);
    }

    void userGone(int userId) {
        users.remove(userId);
        credentials.values().removeIf(held -> held.userId == userId);
    }

    void allGone() {
        users.clear();
        credentials.clear();
    }

    void credential(int userId, CredentialType type, int slot, CrcPiece piece) {
        credentials.put(new Slot(type.code(), slot), new Held(userId, piece));
    }

    void credentialGone(CredentialType type, int slot) {
        credentials.remove(new Slot(type.code(), slot));
    }

    void assigned(CredentialType type, int slot, int userId) {
        credentials.computeIfPresent(new Slot(type.code(), slot), (place, held) -> new Held(userId, held.piece));
    }

    /** Takes note of a write if the lock is as was written. */
    Outcome after(Outcome outcome, Runnable note) {
        if (outcome == Outcome.CONFIRMED || outcome == Outcome.NO_CHANGE) {
            note.run();
        }
        return outcome;
    }
}
