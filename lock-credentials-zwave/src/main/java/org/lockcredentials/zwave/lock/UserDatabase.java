package org.lockcredentials.zwave.lock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.Finding;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Secret;
import org.lockcredentials.SlotState;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.LockContents;
import org.lockcredentials.spi.UserState;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.zwave.command.Command;

/** The users and codes of one lock, by the command class that it has for them. Methods as in {@link org.lockcredentials.spi.LockDriver}. */
interface UserDatabase {

    /** @param others features that the lock has besides */
    Capabilities capabilities(Set<Capabilities.Feature> others);

    /** What such a user's name has that the lock cannot hold. */
    List<Finding> objections(Optional<String> name);

    CompletableFuture<LockContents> readAll();

    CompletableFuture<OptionalLong> checksum();

    CompletableFuture<OptionalLong> expectedChecksum();

    CompletableFuture<UserState> readUser(int index);

    CompletableFuture<SlotState> readCredential(Credential place);

    CompletableFuture<Optional<Boolean>> holds(CredentialWrite credential);

    CompletableFuture<Optional<Secret>> reveal(Credential place);

    CompletableFuture<Outcome> writeUser(WriteMode mode, UserWrite user);

    CompletableFuture<Outcome> setEnabled(int userIndex, boolean enabled);

    CompletableFuture<Outcome> deleteUser(int index);

    CompletableFuture<Outcome> deleteAllUsers();

    CompletableFuture<Outcome> writeCredential(WriteMode mode, CredentialWrite credential);

    CompletableFuture<Outcome> deleteCredential(int userIndex, Credential place);

    CompletableFuture<Outcome> learn(int userIndex, Credential place, Duration patience);

    CompletableFuture<Outcome> cancelLearning();

    CompletableFuture<Outcome> assign(Credential place, int userIndex);

    CompletableFuture<Occupancy> readAdminCode();

    CompletableFuture<Outcome> writeAdminCode(Optional<Secret> code);

    /** Hears what comes from the lock; what it means beyond an answer is told as an event. */
    void heard(Command command, boolean answer);
}
