package org.lockcredentials.examples.lockctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.examples.lockctl.Run.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users, credentials and schedules of one lock. */
class UsersTest {

    private static final String PIN = "0042871";

    @TempDir
    private Path directory;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(directory.resolve("state"));
    }

    @Test
    void aUserIsMadeChangedDisabledEnabledAndDeleted() {
        assertEquals(receipt("CONFIRMED"), bench.answer("user set simulated:1 --name Ann --type duress --rule dual"));
        assertEquals(receipt("CONFIRMED"), bench.answer("user set simulated:1 --index 1 --name Anna"));
        assertEquals(receipt("CONFIRMED"), bench.answer("user disable simulated:1 --index 1"));
        assertEquals(receipt("NO_CHANGE"), bench.answer("user disable simulated:1 --index 1"));
        JsonNode user = bench.answer("users simulated:1").get(0);
        assertEquals("Anna", user.get("name").asText());
        assertEquals("DURESS", user.get("type").asText());
        assertEquals("DUAL", user.get("rule").asText());
        assertFalse(user.get("enabled").asBoolean());
        assertEquals(parse("[]"), user.get("credentials"));
        assertEquals(receipt("CONFIRMED"), bench.answer("user enable simulated:1 --index 1"));
        assertEquals(receipt("CONFIRMED"), bench.answer("user delete simulated:1 --index 1"));
        assertEquals(parse("[]"), bench.answer("users simulated:1"));
    }

    @Test
    void aTableOfNothingSaysSo() {
        Run run = Run.of("--simulated", "--state", bench.state().toString(), "users", "simulated:1");
        assertEquals("none\n", run.out());
    }

    @Test
    void allUsersAreDeleted() {
        bench.answer("user set simulated:1 --name Ann");
        bench.answer("user set simulated:1 --name Bob --disabled");
        assertEquals(2, bench.answer("users simulated:1").size());
        assertEquals(
                parse("{\"lock\":\"simulated:1\",\"outcome\":\"CONFIRMED\"}"),
                bench.answer("user delete simulated:1 --all"));
        assertEquals(parse("[]"), bench.answer("users simulated:1"));
    }

    @Test
    void aCredentialIsSetFoundAndDeleted() {
        bench.answer("user set simulated:1 --name Ann");
        assertEquals(
                parse("{\"lock\":\"simulated:1\",\"userIndex\":1,\"slot\":1,\"outcome\":\"CONFIRMED\"}"),
                bench.answer("credential set simulated:1 --user 1 --type pin --data " + PIN));
        assertEquals(
                parse(
                        "{\"lock\":\"simulated:1\",\"type\":\"PIN\",\"slot\":1,\"occupancy\":\"OCCUPIED\",\"userIndex\":1}"),
                bench.answer("credential status simulated:1 --type pin --slot 1"));
        assertEquals(
                parse("[{\"type\":\"PIN\",\"slot\":1}]"),
                bench.answer("users simulated:1").at("/0/credentials"));
        assertEquals(
                "CONFIRMED",
                bench.answer("credential delete simulated:1 --type pin --slot 1")
                        .get("outcome")
                        .asText());
        assertEquals(
                parse(
                        "{\"lock\":\"simulated:1\",\"type\":\"PIN\",\"slot\":1,\"occupancy\":\"FREE\",\"userIndex\":null}"),
                bench.answer("credential status simulated:1 --type pin --slot 1"));
    }

    @Test
    void aSecretComesFromAFileOrStandardInputWithoutItsLineEnd() throws IOException {
        Path file = Files.writeString(directory.resolve("pin"), PIN + "\r\n");
        bench.answer("user set simulated:1 --name Ann");
        bench.answer("credential set simulated:1 --user 1 --type pin --slot 3 --data-file " + file);
        assertTrue(opens(PIN));
        Run run = bench.withInput("0815\n", "credential set simulated:1 --user 1 --type pin --slot 3 --data-file -");
        assertEquals(3, run.json().get("slot").asInt());
        assertTrue(opens("0815"));
    }

    @Test
    void whatNobodyTypesIsSaidInHexadecimalOrTakenFromAFileAsItIs() throws IOException {
        Path binary = Files.write(directory.resolve("tag"), new byte[] {4, (byte) 0xA1, '\r', '\n'});
        Path text = Files.writeString(directory.resolve("text"), "ABCD\n");
        bench.answer("user set simulated:1 --name Ann");
        bench.answer("user set simulated:1 --name Bob");
        bench.answer("credential set simulated:1 --user 1 --type rfid --data 04a10D0A --hex");
        bench.answer("credential set simulated:1 --user 1 --type rfid --data 41424344 --hex");
        assertEquals(
                "DUPLICATE", bench.refusal("credential set simulated:1 --user 2 --type rfid --data-file " + binary));
        assertEquals("DUPLICATE", bench.refusal("credential set simulated:1 --user 2 --type rfid --data-file " + text));
    }

    @Test
    void whatCannotBeRightIsRefusedWithAllFindings() {
        bench.answer("user set simulated:1 --name Ann");
        assertEquals("INVALID", bench.refusal("credential set simulated:1 --user 1 --type pin --data 12"));
        assertEquals("INVALID", bench.refusal("credential set simulated:1 --user 1 --type pin --data 12a4"));
        assertEquals("UNSUPPORTED", bench.refusal("credential set simulated:1 --user 1 --type face --data 1234"));
        assertEquals("NOT_FOUND", bench.refusal("credential set simulated:1 --user 7 --type pin --data 1234"));
        JsonNode error = bench.run("credential set simulated:1 --user 1 --type pin --data 12")
                .json()
                .get("error");
        assertFalse(error.get("findings").isEmpty());
    }

    @Test
    void aCodeThatIsThereAlreadyIsADuplicate() {
        bench.answer("user set simulated:1 --name Ann");
        bench.answer("user set simulated:1 --name Bob");
        bench.answer("credential set simulated:1 --user 1 --type pin --data " + PIN);
        Run run = bench.run("credential set simulated:1 --user 2 --type pin --data " + PIN);
        assertEquals(1, run.code());
        assertEquals("DUPLICATE", run.json().at("/error/reason").asText());
        assertEquals("simulated:1", run.json().at("/error/lock").asText());
        assertFalse((run.out() + run.err()).contains(PIN));
        assertFalse(run.out().contains("Ann"));
    }

    @Test
    void aCredentialIsHandedOverAndTheAdminCodeIsSet() {
        bench.answer("user set simulated:1 --name Ann");
        bench.answer("user set simulated:1 --name Bob");
        bench.answer("credential set simulated:1 --user 1 --type pin --data " + PIN);
        bench.answer("credential assign simulated:1 --type pin --slot 1 --user 2");
        assertEquals(
                2,
                bench.answer("credential status simulated:1 --type pin --slot 1")
                        .get("userIndex")
                        .asInt());
        assertEquals(
                parse("{\"lock\":\"simulated:1\",\"outcome\":\"CONFIRMED\"}"),
                bench.answer("credential admin-code simulated:1 --data 73519"));
        assertEquals(
                "CONFIRMED",
                bench.answer("credential admin-code simulated:1 --clear")
                        .get("outcome")
                        .asText());
    }

    @Test
    void schedulesAreSetListedAndCleared() {
        bench.answer("access add simulated:1 --key ann --name Ann --data " + PIN);
        String words = "weekday:mon,fri,08:00-17:00,Europe/Zurich";
        assertEquals(receipt("CONFIRMED"), bench.answer("schedule set simulated:1 --user 1 --schedule " + words));
        assertEquals(
                parse("[{\"kind\":\"WEEK_DAY\",\"schedule\":\"" + words + "\"}]"),
                bench.answer("schedule list simulated:1 --user 1"));
        assertEquals(
                words,
                bench.answer("users simulated:1").at("/0/schedules/0/schedule").asText());
        assertEquals(receipt("CONFIRMED"), bench.answer("schedule clear simulated:1 --user 1"));
        assertEquals(parse("[]"), bench.answer("schedule list simulated:1 --user 1"));
        assertEquals("UNSUPPORTED", bench.refusal("schedule list simulated:2 --user 1"));
    }

    @Test
    void theBoltMovesAndSaysWhereItIs() {
        bench.answer("user set simulated:1 --name Ann");
        bench.answer("credential set simulated:1 --user 1 --type pin --data " + PIN);
        assertEquals(
                parse("[{\"lock\":\"simulated:1\",\"outcome\":\"CONFIRMED\"},"
                        + "{\"lock\":\"simulated:1\",\"bolt\":\"UNLOCKED\",\"doorOpen\":false},"
                        + "{\"lock\":\"simulated:1\",\"outcome\":\"CONFIRMED\"},"
                        + "{\"lock\":\"simulated:1\",\"bolt\":\"LOCKED\",\"doorOpen\":false}]"),
                Json.list(
                        bench.script(
                                "unlock simulated:1 --data " + PIN,
                                "door simulated:1",
                                "lock simulated:1",
                                "door simulated:1"),
                        answer -> answer));
        assertEquals("REJECTED", bench.refusal("unlock simulated:1 --data 9999"));
    }

    private boolean opens(String pin) {
        return bench.answer("simulate simulated:1 code " + pin).get("opened").asBoolean();
    }

    private static JsonNode receipt(String outcome) {
        return parse("{\"lock\":\"simulated:1\",\"userIndex\":1,\"outcome\":\"" + outcome + "\"}");
    }
}
