package org.lockcredentials.examples.lockctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockcredentials.LockId;
import org.lockcredentials.Target;

class TargetTextTest {

    private static final LockId SEVEN = LockId.parse("zwave:7/1");

    @Test
    void oneWordIsOneTarget() {
        assertEquals(new Target.One(SEVEN), TargetText.parse("zwave:7/1"));
        assertEquals(new Target.All(), TargetText.parse("all"));
    }

    @Test
    void commasJoinTargets() {
        Target target = TargetText.parse("area:West wing,floor:2, label:staff,zwave:7/1");
        assertEquals(
                new Target.AnyOf(Set.of(
                        new Target.Area("West wing"),
                        new Target.Floor("2"),
                        new Target.Label("staff"),
                        new Target.One(SEVEN))),
                target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zwave", "everything", "zwave:7,", "zwave:7//1", "area:", "ALL"})
    void anythingElseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> TargetText.parse(text));
    }
}
