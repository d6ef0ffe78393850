package org.lockcredentials.internal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Leftover;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.User;
import org.lockcredentials.internal.record.AccessEntry;
import org.lockcredentials.internal.record.AccessEntry.State;

/** How far one run of {@code access.add} has come: what the journal says of it, and what of it is on the lock by now. */
final class AccessAttempt {

    private final LockDesk desk;
    private final AccessRequest request;
    private final List<Credential> written = new ArrayList<>();
    private List<Credential> suspects = List.of();
    private Optional<String> name;
    private Optional<String> renaming = Optional.empty();
    private Optional<AccessEntry> found = Optional.empty();
    private State state = State.ADDING;
    private Outcome outcome = Outcome.NO_CHANGE;
    private boolean userIsThere;
    private boolean returning;
    private @Nullable AccessEntry entry;

    AccessAttempt(LockDesk desk, AccessRequest request) {
        this.desk = desk;
        this.request = request;
        this.name = request.user().name();
    }

    AccessRequest request() {
        return request;
    }

    /** Where a code of an earlier attempt may be, unseen. */
    void suspect(List<Credential> places) {
        suspects = places;
    }

    /** One more such place. */
    void alsoSuspect(Credential place) {
        if (!suspects.contains(place)) {
            suspects = Stream.concat(suspects.stream(), Stream.of(place)).toList();
        }
    }

    /** What the journal said before, which holds again if this comes to nothing: nothing proves that it is not on the lock. */
    void mayBeThereStill(AccessEntry earlier) {
        found = Optional.of(earlier);
    }

    Optional<AccessEntry> found() {
        return found;
    }

    /** The user is this key's and stays so; a part of it is put back. */
    void mend(AccessEntry active) {
        state = State.ACTIVE;
        suspects = active.suspects();
        name = active.name();
        renaming = active.renaming();
        found = Optional.of(active);
        userIsThere = true;
    }

    boolean isMending() {
        return state == State.ACTIVE;
    }

    /** What the user who is there is called, and what it is about to be called. */
    void goesBy(Optional<String> now, Optional<String> then) {
        name = now;
        renaming = then.equals(now) ? Optional.empty() : then;
    }

    boolean suspectsNone() {
        return suspects.isEmpty();
    }

    List<Credential> suspects() {
        return suspects;
    }

    /**
     * The lock knows the code, and an earlier attempt of this key ended without an answer at a place that it does not show: it is that one.
     * Of several such places nobody can tell which.
     */
    Optional<Credential> suspectFor(LockCredentialException refusal, CredentialType type) {
        List<Credential> ofType =
                suspects.stream().filter(place -> place.type() == type).toList();
        return refusal.reason() == Reason.DUPLICATE && !isMending() && ofType.size() == 1
                ? Optional.of(ofType.get(0))
                : Optional.empty();
    }

    /** Writes down where it is to be, before the lock hears of it: at an index where nobody is. */
    void begin(int userIndex, List<Credential> chosen) {
        desk.vacate(userIndex, Optional.of(request.key()));
        intend(userIndex, chosen);
    }

    /** Writes down where it is to be, before the lock hears of it. */
    void intend(int userIndex, List<Credential> chosen) {
        AccessEntry intent = new AccessEntry(request.key(), state, userIndex, name, renaming, chosen, suspects);
        desk.journal().put(intent);
        entry = intent;
    }

    /** The user is called now what it was about to be called. */
    void renamed(Optional<String> now) {
        name = now;
        renaming = Optional.empty();
        intend(intent().userIndex(), intent().credentials());
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
        suspects = suspects.stream().filter(place -> !place.equals(suspect)).toList();
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

    /** The credentials that this run put on the lock. */
    List<Credential> written() {
        return List.copyOf(written);
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
        return request.user().applyTo(User.general(index, name));
    }
}
