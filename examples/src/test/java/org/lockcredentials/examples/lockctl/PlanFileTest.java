package org.lockcredentials.examples.lockctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockcredentials.AccessKey;
import org.lockcredentials.CredentialType;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Secret;
import org.lockcredentials.Target;
import org.lockcredentials.plan.Plan;

class PlanFileTest {

    @TempDir
    private Path directory;

    @Test
    void codesComeFromThePlanOrFromFilesBesideIt() throws IOException {
        Files.writeString(directory.resolve("bob.pin"), "0042\n");
        Plan plan = read("""
                {"owner": "office", "target": "floor:1", "access": [
                  {"key": "ann", "name": "Ann", "data": "0815", "schedules": ["expiring:PT2H"]},
                  {"key": "bob", "type": "password", "dataFile": "bob.pin"}]}""");
        assertEquals(new Target.Floor("1"), plan.target());
        assertEquals(new AccessKey("office", "ann"), plan.access().get(0).key());
        assertEquals(1, plan.access().get(0).schedules().size());
        assertEquals(
                List.of(NewCredential.of(CredentialType.PASSWORD, Secret.of("0042"))),
                plan.access().get(1).credentials());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"target\":\"all\",\"access\":[{\"key\":\"k\",\"data\":\"83516472\"",
                "[\"83516472\"]",
                "{\"target\":\"all\",\"access\":[{\"key\":\"k\",\"data\":83516472}]}",
                "{\"target\":\"all\",\"access\":[{\"key\":\"k\",\"pin\":\"83516472\"}]}",
                "{\"target\":\"all\",\"access\":[{\"key\":\"k\",\"data\":\"83516472\",\"dataFile\":\"x\"}]}",
                "{\"target\":\"all\",\"access\":[{\"key\":\"k\",\"data\":\"83516472\",\"type\":\"KEY\"}]}",
                "{\"target\":\"all\",\"access\":[{\"key\":\"k\",\"data\":\"83516472\",\"schedules\":[\"never\"]}]}",
                "{\"target\":\"all\",\"access\":[{\"data\":\"83516472\"}]}",
                "{\"target\":\"all\",\"access\":[{\"key\":\"k\",\"data\":\"83516472\"},{\"key\":\"k\",\"data\":\"83516472\"}]}",
                "{\"target\":\"all\",\"access\":\"83516472\"}",
                "{\"access\":[]}"
            })
    void whatIsNoPlanIsRefusedWithoutRepeatingCodes(String json) {
        var error = assertThrows(IllegalArgumentException.class, () -> read(json));
        assertFalse(error.getMessage().contains("83516472"), error.getMessage());
    }

    private Plan read(String json) throws IOException {
        return new PlanFile(Files.writeString(directory.resolve("plan.json"), json)).read();
    }
}
