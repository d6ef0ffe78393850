package org.lockcredentials;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class LockCredentialExceptionTest {

    @Test
    void itDoesNotTravelWithoutWhatItTells() throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            LockCredentialException failure = new LockCredentialException(Reason.FULL, "no place is left");
            assertThrows(NotSerializableException.class, () -> out.writeObject(failure));
        }
    }
}
