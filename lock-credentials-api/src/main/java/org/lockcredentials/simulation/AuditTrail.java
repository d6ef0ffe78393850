package org.lockcredentials.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.Credential;

/**
 * Every change to a simulated lock's users and credentials, with what it replaced: the witness that can say whether anybody's
 * code was ever overwritten by somebody else. It holds no code. Safe for use by several threads.
 */
public final class AuditTrail {

    private final List<Entry> entries = new ArrayList<>();

    AuditTrail() {}

    /**
     * One change.
     *
     * @param writer who made it: {@code sdk}, {@code keypad}, or the administrator's name
     * @param deed what was done
     * @param userIndex the user concerned
     * @param credential the credential concerned, if it was about one
     * @param replaced what was there before, if anything was
     */
    public record Entry(
            String writer, Deed deed, int userIndex, Optional<Credential> credential, Optional<Owner> replaced) {

        /** True if something was overwritten that another writer made or that was another user's. */
        public boolean isTrespass() {
            return deed == Deed.WRITTEN
                    && replaced.filter(owner -> !owner.equals(new Owner(writer, userIndex)))
                            .isPresent();
        }
    }

    /** Whose a thing was: who made it, and for which user. */
    public record Owner(String creator, int userIndex) {}

    /** What was done. */
    public enum Deed {
        WRITTEN,
        DELETED
    }

    synchronized void note(Entry entry) {
        entries.add(entry);
    }

    /** All that happened, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The writes that replaced something; a host that only ever adds leaves none. */
    public synchronized List<Entry> replacements() {
        return entries.stream()
                .filter(entry ->
                        entry.deed() == Deed.WRITTEN && entry.replaced().isPresent())
                .toList();
    }

    /** The replacements of what was not the writer's; a host that was not told to do so leaves none. */
    public synchronized List<Entry> trespasses() {
        return entries.stream().filter(Entry::isTrespass).toList();
    }
}
