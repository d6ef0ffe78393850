package org.lockcredentials.internal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Reason;
import org.lockcredentials.internal.queue.Turn;

/** Finds the places of one run of {@code access.add}: those that the request names, those of an earlier attempt, or the lowest free ones. */
final class AccessPlaces {

    private final LockDesk desk;
    private final Survey survey;
    private final Places places;
    private final Turn turn;
    private final Capabilities capabilities;
    private final AccessRequest request;

    AccessPlaces(
            LockDesk desk, Survey survey, Places places, Turn turn, Capabilities capabilities, AccessRequest request) {
        this.desk = desk;
        this.survey = survey;
        this.places = places;
        this.turn = turn;
        this.capabilities = capabilities;
        this.request = request;
    }

    /** Reserves the user index that is named, or the lowest free one. Fails with OCCUPIED or FULL. */
    CompletableFuture<Integer> user() {
        OptionalInt named = namedUser();
        if (named.isEmpty()) {
            return places.user(turn, capabilities, request.credentials().get(0).type(), request.key());
        }
        int index = named.getAsInt();
        return survey.user(turn, capabilities, index)
                .thenCompose(state -> state.occupancy() == Occupancy.FREE
                                && desk.memory()
                                        .slots()
                                        .reserveUser(index, request.key(), desk.now(), desk.heldUntil(turn))
                        ? Shape.done(index)
                        : Shape.failed(Reason.OCCUPIED, "index " + index + " is not known to be free"));
    }

    /** The index that the request names; where slots are users, also as a slot. */
    OptionalInt namedUser() {
        OptionalInt index = request.user().index();
        return index.isEmpty() && Shape.slotIsUser(capabilities)
                ? request.credentials().get(0).slot()
                : index;
    }

    /** A place for each credential of the request, those of an earlier attempt first. Fails with OCCUPIED or FULL. */
    CompletableFuture<List<Credential>> credentials(int userIndex, List<Credential> earlier) {
        return credentials(userIndex, earlier, new ArrayList<>(), 0);
    }

    /** Reserves the lowest free slot. Fails with FULL. */
    CompletableFuture<Credential> another(CredentialType type) {
        return places.credential(turn, capabilities, type, request.key());
    }

    private CompletableFuture<List<Credential>> credentials(
            int userIndex, List<Credential> earlier, List<Credential> chosen, int from) {
        if (from == request.credentials().size()) {
            return Shape.done(chosen);
        }
        NewCredential credential = request.credentials().get(from);
        return credential(userIndex, credential, chosen, earlier).thenCompose(place -> {
            chosen.add(place);
            return credentials(userIndex, earlier, chosen, from + 1);
        });
    }

    private CompletableFuture<Credential> credential(
            int userIndex, NewCredential credential, List<Credential> chosen, List<Credential> earlier) {
        CredentialType type = credential.type();
        if (Shape.slotIsUser(capabilities)) {
            return Shape.done(new Credential(type, userIndex));
        }
        Optional<Credential> same = earlier.stream()
                .filter(place -> place.type() == type && !chosen.contains(place))
                .filter(place ->
                        credential.slot().isEmpty() || credential.slot().getAsInt() == place.slot())
                .findFirst();
        if (same.isPresent() && reserve(same.get())) {
            return Shape.done(same.get());
        }
        if (credential.slot().isEmpty()) {
            return another(type);
        }
        Credential place = new Credential(type, credential.slot().getAsInt());
        return survey.credential(turn, place)
                .thenCompose(state -> state.occupancy() == Occupancy.FREE && reserve(place)
                        ? Shape.done(place)
                        : Shape.failed(Reason.OCCUPIED, "slot " + place.slot() + " is not known to be free"));
    }

    private boolean reserve(Credential place) {
        return desk.memory().slots().reserveCredential(place, request.key(), desk.now(), desk.heldUntil(turn));
    }
}
