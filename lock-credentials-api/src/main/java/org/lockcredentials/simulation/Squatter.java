package org.lockcredentials.simulation;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.spi.WriteMode;

/** Somebody at the keypad who takes the very place that another is about to take. */
final class Squatter {

    private final LockProfile profile;
    private final Contents contents;
    private final Writes keypad;

    Squatter(LockProfile profile, Contents contents, Writes keypad) {
        this.profile = profile;
        this.contents = contents;
        this.keypad = keypad;
    }

    void takeUser(int index) {
        if (contents.user(index).isEmpty() && !profile.slotIsUser()) {
            keypad.user(WriteMode.ADD, new UserWrite(User.general(index, Optional.empty()), Optional.empty()));
        }
    }

    void takeCredential(int userIndex, Credential place) {
        Optional<Capabilities.Credentials> can = profile.capabilities().credentials(place.type());
        if (can.isEmpty() || contents.credential(place).isPresent()) {
            return;
        }
        int holder = profile.slotIsUser() ? place.slot() : someoneBut(userIndex);
        takeUser(holder);
        keypad.enrol(holder, place, newCode(place, can.get().minLength()));
    }

    private int someoneBut(int userIndex) {
        return IntStream.rangeClosed(1, profile.capabilities().users().max())
                .boxed()
                .filter(index -> index != userIndex)
                .max(Comparator.comparing(
                                (Integer index) -> contents.user(index).isEmpty())
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(userIndex);
    }

    private Secret newCode(Credential place, int length) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> Secret.of(String.format("%0" + Math.max(length, 4) + "d", 97_531L + 7L * i)))
                .filter(code -> contents.find(place.type(), code).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
