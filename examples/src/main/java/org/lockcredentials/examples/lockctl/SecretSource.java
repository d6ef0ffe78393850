package org.lockcredentials.examples.lockctl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.lockcredentials.Secret;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The two ways in which a secret is given. */
final class SecretSource {

    @Option(
            names = "--data",
            paramLabel = "SECRET",
            converter = ToSecret.class,
            description =
                    "The PIN or password itself. Other users of this machine can see it in the list of processes: --data-file is safer.")
    private Optional<Secret> data = Optional.empty();

    @Option(
            names = "--data-file",
            paramLabel = "FILE",
            description =
                    "A file, or - for standard input. Text is taken without the line end, anything else as it is.")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--hex",
            description = "The secret is said in hexadecimal digits, two for a byte: a tag, a fingerprint, a face.")
    private boolean hex;

    /** @throws IllegalArgumentException if it is given in neither way or in both */
    Secret required(Session session) {
        return optional(session)
                .orElseThrow(() -> new IllegalArgumentException("a secret is needed: --data-file or --data"));
    }

    /** @throws IllegalArgumentException if it is given in both ways, or is not as {@code --hex} wants it */
    Optional<Secret> optional(Session session) {
        if (data.isPresent() && file.isPresent()) {
            throw new IllegalArgumentException("--data and --data-file exclude each other");
        }
        Optional<Secret> said =
                data.or(() -> file.map(name -> name.equals("-") ? read(standardInput(session)) : read(Path.of(name))));
        return hex ? said.map(SecretSource::ofDigits) : said;
    }

    private static Secret ofDigits(Secret digits) {
        try (digits) {
            return digits.use(SecretSource::ofDigits);
        }
    }

    private static Secret ofDigits(byte[] digits) {
        byte[] bytes = new byte[digits.length / 2];
        try {
            boolean pairs = digits.length % 2 == 0;
            for (int i = 0; i < digits.length; i++) {
                // What HexFormat throws shows the digit.
                if (!pairs || !HexFormat.isHexDigit(digits[i])) {
                    throw new IllegalArgumentException("--hex wants hexadecimal digits, two for a byte");
                }
                bytes[i / 2] = (byte) (bytes[i / 2] << 4 | HexFormat.fromHexDigit(digits[i]));
            }
            return Secret.of(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static InputStream standardInput(Session session) {
        if (session.out().isScript()) {
            throw new IllegalArgumentException("a script cannot read a secret from standard input; name a file");
        }
        return session.in();
    }

    /** @throws IllegalArgumentException if the file cannot be read */
    static Secret read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the secret in " + file, e);
        }
    }

    private static Secret read(InputStream in) {
        try {
            byte[] bytes = in.readAllBytes();
            byte[] line = Arrays.copyOf(bytes, withoutLineEnd(bytes));
            try {
                return Secret.of(line);
            } finally {
                Arrays.fill(bytes, (byte) 0);
                Arrays.fill(line, (byte) 0);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the secret", e);
        }
    }

    /** A template may end with the byte that ends a line, which is then its own. */
    private static int withoutLineEnd(byte[] bytes) {
        int end = bytes.length;
        if (end > 0 && bytes[end - 1] == '\n') {
            end--;
            if (end > 0 && bytes[end - 1] == '\r') {
                end--;
            }
        }
        return isText(bytes, end) ? end : bytes.length;
    }

    /** Printable ASCII, of which all PINs and passwords are. */
    private static boolean isText(byte[] bytes, int end) {
        for (int i = 0; i < end; i++) {
            if (bytes[i] < ' ' || bytes[i] > '~') {
                return false;
            }
        }
        return true;
    }

    /** Turns the word into a {@link Secret} as soon as it is read. */
    static final class ToSecret implements ITypeConverter<Secret> {
        @Override
        public Secret convert(String value) {
            return Secret.of(value);
        }
    }
}
