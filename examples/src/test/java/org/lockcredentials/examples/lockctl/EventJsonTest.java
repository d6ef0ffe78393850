package org.lockcredentials.examples.lockctl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockId;
import org.lockcredentials.event.LockEvent;

class EventJsonTest {

    private static final LockId LOCK = LockId.parse("zwave:7");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Optional<LockEvent.Actor> ANN = Optional.of(new LockEvent.Actor(5, Optional.of("Ann")));
    private static final Credential PIN = new Credential(CredentialType.PIN, 3);

    @ParameterizedTest
    @MethodSource("events")
    void everyKindHasItsShape(LockEvent event, String json) throws JsonProcessingException {
        assertEquals(new ObjectMapper().readTree(json), EventJson.of(event));
    }

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of(
                        new LockEvent.Operation(
                                LOCK,
                                NOON,
                                LockEvent.Action.UNLOCK,
                                LockEvent.Source.KEYPAD,
                                ANN,
                                Optional.of(PIN),
                                Optional.empty()),
                        """
                        {"event":"OPERATION","operation":"UNLOCK","lock":"zwave:7","source":"KEYPAD","userIndex":5,"userName":"Ann",
                         "credential":{"type":"PIN","slot":3},"at":"2026-11-21T12:00:00Z"}"""),
                Arguments.of(
                        new LockEvent.Operation(
                                LOCK,
                                NOON,
                                LockEvent.Action.JAMMED,
                                LockEvent.Source.REMOTE,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("the bolt is stuck")),
                        """
                        {"event":"OPERATION","operation":"JAMMED","lock":"zwave:7","source":"REMOTE","error":"the bolt is stuck",
                         "at":"2026-11-21T12:00:00Z"}"""),
                Arguments.of(
                        new LockEvent.Alarm(
                                LOCK,
                                NOON,
                                LockEvent.AlarmKind.DURESS,
                                Optional.of(new LockEvent.Actor(2, Optional.empty()))),
                        """
                        {"event":"ALARM","alarm":"DURESS","lock":"zwave:7","userIndex":2,"userName":null,"at":"2026-11-21T12:00:00Z"}"""),
                Arguments.of(new LockEvent.UserChange(LOCK, NOON, LockEvent.Change.DELETED, Optional.empty()), """
                        {"event":"USER_CHANGE","change":"DELETED","lock":"zwave:7","at":"2026-11-21T12:00:00Z"}"""),
                Arguments.of(
                        new LockEvent.CredentialChange(LOCK, NOON, LockEvent.Change.ADDED, Optional.of(PIN), ANN), """
                        {"event":"CREDENTIAL_CHANGE","change":"ADDED","lock":"zwave:7","credential":{"type":"PIN","slot":3},
                         "userIndex":5,"userName":"Ann","at":"2026-11-21T12:00:00Z"}"""),
                Arguments.of(
                        new LockEvent.LearnProgress(
                                LOCK,
                                NOON,
                                CredentialType.FINGERPRINT,
                                2,
                                LockEvent.LearnState.STEP_DONE,
                                OptionalInt.of(3)),
                        """
                        {"event":"LEARN_PROGRESS","state":"STEP_DONE","lock":"zwave:7","type":"FINGERPRINT","slot":2,"stepsRemaining":3,
                         "at":"2026-11-21T12:00:00Z"}"""),
                Arguments.of(new LockEvent.Connection(LOCK, NOON, false), """
                        {"event":"CONNECTION","lock":"zwave:7","reachable":false,"at":"2026-11-21T12:00:00Z"}"""),
                Arguments.of(new LockEvent.Missed(LOCK, NOON), """
                        {"event":"MISSED","lock":"zwave:7","at":"2026-11-21T12:00:00Z"}"""),
                Arguments.of(new LockEvent.Progress(LOCK, NOON, "reading users", 3, 10), """
                        {"event":"PROGRESS","task":"reading users","lock":"zwave:7","done":3,"total":10,"at":"2026-11-21T12:00:00Z"}"""));
    }

    @Test
    void everyKindThatAScriptWaitsForIsOne() {
        assertEquals(
                EventJson.KINDS,
                Stream.of(LockEvent.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .map(name -> name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase())
                        .toList());
    }
}
