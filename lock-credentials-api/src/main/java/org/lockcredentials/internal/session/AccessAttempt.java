package org.lockcredentials.internal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.AccessGrant.State;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Leftover;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.User;
import org.lockcredentials.internal.record.AccessEntry;
import org.lockcredentials.internal.record.AccessJournal;

/** How far one run of {@code access.add} has come: what the journal says of it, and what of it is on the lock by now. */
final class AccessAttempt {

    private final AccessJournal journal;
    private final AccessRequest request;
    private final List<Credential> written = new ArrayList<>();
    private List<Credential> suspects = List.of();
    private Outcome outcome = Outcome.NO_CHANGE;
    private boolean userIsThere;
    private boolean returning;
    private @Nullable AccessEntry entry;

    AccessAttempt(AccessJournal journal, AccessRequest request) {
        this.journal = journal;
        this.request = request;
    }

    AccessRequest request() {
        return request;
    }

    /** Where a code of an earlier attempt may be, unseen. */
    void suspect(List<Credential> places) {
        suspects = places;
    }

    boolean suspectsNone() {
        return suspects.isEmpty();
    }

    List<Credential> suspects() {
        return suspects;
    }

    /** The lock knows the code, and an earlier attempt of this key ended without an answer at a place that it does not show: it is that one. */
    Optional<Credential> suspectFor(LockCredentialException refusal, CredentialType type) {
        return refusal.reason() == Reason.DUPLICATE
                ? suspects.stream().filter(place -> place.type() == type).findFirst()
                : Optional.empty();
    }

    /** Writes down where it is to be, before the lock hears of it. */
    void intend(int userIndex, List<Credential> chosen) {
        AccessEntry intent = new AccessEntry(
                request.key(), State.UNFINISHED, userIndex, request.user().name(), chosen, suspects);
        journal.put(intent);
        entry = intent;
    }

    /** Another place for one of the credentials. */
    void move(int which, Credential place) {
        List<Credential> all = new ArrayList<>(intent().credentials());
        all.set(which, place);
        intend(intent().userIndex(), all);
    }

    AccessEntry intent() {
        return Objects.requireNonNull(entry, "nothing is sent before it is intended");
    }

    /** Where it is to be, if that was written down in this run. */
    Optional<AccessEntry> begun() {
        return Optional.ofNullable(entry);
    }

    /** It goes to the place of an earlier attempt: if that is taken after all, the lock is asked who is there before another place is tried. */
    void returning(boolean value) {
        returning = value;
    }

    boolean isReturning() {
        return returning;
    }

    /** A user of ours is on the lock. */
    void userIsThere() {
        userIsThere = true;
    }

    boolean isUserThere() {
        return userIsThere;
    }

    /** All of it is where an earlier attempt meant it to be. */
    void claim(AccessEntry earlier, Outcome how) {
        entry = earlier;
        userIsThere = true;
        add(how);
    }

    /** The credential's code is where an earlier attempt put it. */
    void taken(int which, Credential suspect, int userIndex) {
        userIsThere = true;
        add(Outcome.UNVERIFIED);
        List<Credential> all = new ArrayList<>(intent().credentials());
        all.set(which, suspect);
        suspects = List.of();
        intend(userIndex, all);
    }

    void wrote(Credential place, Outcome how) {
        written.add(place);
        add(how);
    }

    void add(Outcome how) {
        outcome = outcome.and(how);
    }

    Outcome outcome() {
        return outcome;
    }

    List<Leftover> leftovers() {
        int userIndex = intent().userIndex();
        List<Leftover> left = new ArrayList<>();
        left.add(new Leftover.LeftUser(userIndex));
        written.forEach(place -> left.add(new Leftover.LeftCredential(userIndex, place)));
        return left;
    }

    /** The request's user, at an index. */
    User user(int index) {
        return request.user().applyTo(User.general(index, Optional.empty()));
    }
}
