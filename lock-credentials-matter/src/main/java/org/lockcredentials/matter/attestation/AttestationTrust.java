package org.lockcredentials.matter.attestation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.matter.crypto.P256PublicKey;

/**
 * Whom the host trusts: product attestation authorities (the PAA directory), and whoever signs certification declarations.
 *
 * <p>The certificates are published by the Connectivity Standards Alliance; none is built in. Safe for use by several threads.
 */
public final class AttestationTrust {

    private final List<DeviceCertificate> authorities;
    private final List<DeviceCertificate> declarationSigners;
    private final boolean testRoots;

    private AttestationTrust(
            List<DeviceCertificate> authorities, List<DeviceCertificate> declarationSigners, boolean testRoots) {
        this.authorities = List.copyOf(authorities);
        this.declarationSigners = List.copyOf(declarationSigners);
        this.testRoots = testRoots;
    }

    /** Nobody: every device has findings. */
    public static AttestationTrust none() {
        return new AttestationTrust(List.of(), List.of(), false);
    }

    /** Adds authorities (PAA) in DER or PEM form. @throws LockCredentialException INVALID if one is no certificate of Matter */
    public AttestationTrust withAuthorities(List<byte[]> certificates) {
        return new AttestationTrust(
                joined(authorities, CertificateFiles.decode(certificates)), declarationSigners, testRoots);
    }

    /**
     * Adds the authorities (PAA) in a folder of .der, .crt, .cer and .pem files. A file that is no certificate of Matter is left out, and told in the log.
     *
     * @throws LockCredentialException INVALID if the folder cannot be read
     */
    public AttestationTrust withAuthorities(Path folder) {
        return new AttestationTrust(joined(authorities, CertificateFiles.read(folder)), declarationSigners, testRoots);
    }

    /** Adds signers of certification declarations in DER or PEM form. @throws LockCredentialException INVALID if one is no certificate of Matter */
    public AttestationTrust withDeclarationSigners(List<byte[]> certificates) {
        return new AttestationTrust(
                authorities, joined(declarationSigners, CertificateFiles.decode(certificates)), testRoots);
    }

    /** Adds the signers of certification declarations in a folder, as {@link #withAuthorities(Path)} does. */
    public AttestationTrust withDeclarationSigners(Path folder) {
        return new AttestationTrust(authorities, joined(declarationSigners, CertificateFiles.read(folder)), testRoots);
    }

    /** Allows authorities and declarations whose private keys everybody has: for development only, since anybody can pass for any product. */
    public AttestationTrust withTestRoots() {
        return new AttestationTrust(authorities, declarationSigners, true);
    }

    boolean allowsTestRoots() {
        return testRoots;
    }

    /** Those of the host, then those for tests; whether the latter count is for the rules to say. */
    Optional<DeviceCertificate> authority(DeviceCertificate maker) {
        return Stream.concat(authorities.stream(), TestRoots.authorities().stream())
                .filter(maker::names)
                .findFirst();
    }

    /** The key of a declaration's signer, that for tests only where it is allowed. */
    Optional<P256PublicKey> declarationSigner(byte[] keyIdentifier) {
        Optional<P256PublicKey> trusted = declarationSigners.stream()
                .filter(signer -> Arrays.equals(signer.keyIdentifier().value(), keyIdentifier))
                .map(DeviceCertificate::publicKey)
                .findFirst();
        return trusted.isEmpty()
                        && testRoots
                        && Arrays.equals(TestRoots.declarationSigner().keyIdentifier(), keyIdentifier)
                ? Optional.of(TestRoots.declarationSigner())
                : trusted;
    }

    private static List<DeviceCertificate> joined(List<DeviceCertificate> some, List<DeviceCertificate> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
