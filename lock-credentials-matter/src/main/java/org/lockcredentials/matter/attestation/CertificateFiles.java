package org.lockcredentials.matter.attestation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.internal.bytes.DecodeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The certificates in a folder, DER or PEM, by the endings .der, .crt, .cer and .pem. */
final class CertificateFiles {

    private static final Logger log = LoggerFactory.getLogger(CertificateFiles.class);

    private static final long MAX_SIZE = 16_384;
    private static final Pattern ENDING = Pattern.compile(".*\\.(der|crt|cer|pem)");
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]*)-----END CERTIFICATE-----");

    private CertificateFiles() {}

    /** A file that holds no certificate of Matter is left out, and told in the log. @throws LockCredentialException INVALID if the folder cannot be read */
    static List<DeviceCertificate> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> ENDING.matcher(file.getFileName().toString().toLowerCase(Locale.ROOT))
                                    .matches())
                    .sorted()
                    .flatMap(file -> certificate(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new LockCredentialException(Reason.INVALID, "cannot read the certificates in " + folder, e);
        }
    }

    private static Optional<DeviceCertificate> certificate(Path file) {
        try {
            if (Files.size(file) > MAX_SIZE) {
                throw new DecodeException("a file of " + Files.size(file) + " bytes");
            }
            return Optional.of(DeviceCertificate.decode(der(Files.readAllBytes(file))));
        } catch (IOException | DecodeException e) {
            log.warn("{} is left out, for it is no certificate of Matter", file, e);
            return Optional.empty();
        }
    }

    static byte[] der(byte[] derOrPem) throws DecodeException {
        Matcher pem = PEM.matcher(new String(derOrPem, US_ASCII));
        if (!pem.find()) {
            return derOrPem;
        }
        try {
            return Base64.getMimeDecoder().decode(pem.group(1));
        } catch (IllegalArgumentException e) {
            throw new DecodeException("a PEM file that is cut off");
        }
    }

    static List<DeviceCertificate> decode(List<byte[]> derOrPem) {
        List<DeviceCertificate> all = new ArrayList<>();
        for (byte[] one : derOrPem) {
            try {
                all.add(DeviceCertificate.decode(der(one)));
            } catch (DecodeException e) {
                throw new LockCredentialException(Reason.INVALID, "a certificate to be trusted is none of Matter", e);
            }
        }
        return List.copyOf(all);
    }
}
