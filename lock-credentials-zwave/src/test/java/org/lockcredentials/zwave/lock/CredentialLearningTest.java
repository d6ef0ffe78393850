package org.lockcredentials.zwave.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Credential;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.usercredential.CredentialLearn;
import org.lockcredentials.zwave.command.usercredential.CredentialRecord;
import org.lockcredentials.zwave.command.usercredential.CredentialReportType;
import org.lockcredentials.zwave.command.usercredential.CredentialType;
import org.lockcredentials.zwave.command.usercredential.LearnStatus;
import org.lockcredentials.zwave.command.usercredential.Modifier;
import org.lockcredentials.zwave.command.usercredential.ModifierType;

/** Learning at a lock that says too little. */
final class CredentialLearningTest {

    private static final String START = "830F";
    private static final String CANCEL = "8310";
    private static final String READ = "830B";
    private static final Credential FINGER = new Credential(org.lockcredentials.CredentialType.FINGERPRINT, 3);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private boolean learnt;
    private boolean starts = true;
    private final ScriptedLock script = new ScriptedLock(
            true,
            command -> command instanceof CredentialRecord.Get ? Optional.of(List.of(slot())) : Optional.empty(),
            command -> starts);
    private final CredentialLearning learning =
            new CredentialLearning(script.lock, new UserCredentialReader(script.lock, 30, new ChecksumLedger()));

    @Test
    void aLockThatSaysNothingMoreIsToldToStopAndAsked() {
        CompletableFuture<Outcome> outcome = start();
        assertEquals(Reason.TIMEOUT, script.failure(outcome).reason());
        assertEquals(List.of(START, CANCEL, READ), script.heard());
    }

    @Test
    void aLastReportThatIsLostIsMadeUpForByLooking() {
        CompletableFuture<Outcome> outcome = start();
        learning.heard(report(LearnStatus.STARTED, 1));
        learnt = true;
        assertEquals(Outcome.CONFIRMED, script.done(outcome));
    }

    @Test
    void everyStepHasThePatienceAnew() {
        CompletableFuture<Outcome> outcome = start();
        for (int remaining = 4; remaining > 0; remaining--) {
            script.time.advance(PATIENCE);
            learning.heard(report(remaining % 2 == 0 ? LearnStatus.STARTED : LearnStatus.STEP_RETRY, remaining));
            assertFalse(outcome.isDone());
        }
        learning.heard(report(LearnStatus.SUCCESS, 0));
        assertEquals(Outcome.CONFIRMED, script.done(outcome));
        script.time.advance(PATIENCE.multipliedBy(2));
        assertEquals(List.of(START), script.heard(), "what is learnt is left alone");
    }

    @Test
    void anothersLearningEndsNoneOfOurs() {
        CompletableFuture<Outcome> outcome = start();
        learning.heard(new CredentialLearn.Report(LearnStatus.ENDED, 9, CredentialType.FINGER_BIOMETRIC, 4, 0));
        assertFalse(outcome.isDone());
        learning.heard(report(LearnStatus.SUCCESS, 0));
        assertTrue(outcome.isDone());
    }

    @Test
    void aLockThatRefusesWithoutAWordIsNotWaitedFor() {
        starts = false;
        CompletableFuture<Outcome> outcome = start();
        assertEquals(Reason.REJECTED, script.failure(outcome).reason());
        assertTrue(Duration.between(ScriptedLock.START, script.now()).compareTo(PATIENCE) < 0);
        assertEquals(Outcome.NO_CHANGE, script.done(learning.cancel()));
        assertEquals(List.of(START), script.heard());
    }

    private CompletableFuture<Outcome> start() {
        CompletableFuture<Outcome> outcome = learning.start(5, FINGER, CredentialType.FINGER_BIOMETRIC, PATIENCE);
        script.time.settle();
        return outcome;
    }

    private static CredentialLearn.Report report(LearnStatus status, int remaining) {
        return new CredentialLearn.Report(status, 5, CredentialType.FINGER_BIOMETRIC, 3, remaining);
    }

    private Command slot() {
        return new CredentialRecord.Report(
                CredentialReportType.RESPONSE_TO_GET,
                learnt ? 5 : 0,
                CredentialType.FINGER_BIOMETRIC,
                3,
                false,
                Secret.of(new byte[0]),
                new Modifier(learnt ? ModifierType.LOCALLY : ModifierType.DOES_NOT_EXIST, 0),
                CredentialType.NONE,
                0);
    }
}
