package org.lockcredentials.matter.commissioning;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.matter.attestation.AttestationEvidence;
import org.lockcredentials.matter.cluster.operationalcredentials.AttestationRequest;
import org.lockcredentials.matter.cluster.operationalcredentials.CertificateChainRequest;
import org.lockcredentials.matter.cluster.operationalcredentials.CertificateChainResponse;
import org.lockcredentials.matter.cluster.operationalcredentials.CertificateChainType;
import org.lockcredentials.matter.cluster.operationalcredentials.CsrRequest;
import org.lockcredentials.matter.crypto.P256PublicKey;

/** Has a device prove who made it, and vouch for the key that it makes for our fabric (6.2.3, 6.4.6.1). */
final class MakersProof {

    private static final int NONCE = 32;

    /** For somebody who is asked whether to trust a device; well within the time that a device lets its fail-safe be renewed (15 minutes). */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final CommissioningSite site;
    private final DeviceTrust trust;
    private final Device device;
    private byte @Nullable [] dac;
    private @Nullable P256PublicKey nodeKey;

    MakersProof(CommissioningSite site, DeviceTrust trust, Device device) {
        this.site = site;
        this.trust = trust;
        this.device = device;
    }

    /** Fails with {@link AttestationRefusedException} if the proof does not hold. */
    CompletableFuture<Void> attest(Survey survey, FailSafe failSafe) {
        byte[] nonce = nonce();
        return certificate(CertificateChainType.PAI)
                .thenCompose(pai -> certificate(CertificateChainType.DAC)
                        .thenCompose(own -> device.invoke(new AttestationRequest(nonce))
                                .thenCompose(answer -> failSafe.armedDuring(
                                        judged(new AttestationEvidence(
                                                own,
                                                pai,
                                                answer.elements(),
                                                answer.signature(),
                                                device.session().attestationChallenge(),
                                                nonce,
                                                survey.vendorId(),
                                                survey.productId())),
                                        PATIENCE))
                                .thenAccept(trusted -> dac = own)));
    }

    private CompletableFuture<Void> judged(AttestationEvidence evidence) {
        return CompletableFuture.supplyAsync(() -> trust.verify(evidence), site.executor())
                .thenCompose(verdict -> verdict);
    }

    /** Gets the key; fails with {@link AttestationRefusedException} if it is not the attested device's. */
    CompletableFuture<Void> request() {
        byte[] nonce = nonce();
        byte[] attested = Objects.requireNonNull(dac);
        return device.invoke(new CsrRequest(nonce, false))
                .thenCompose(answer -> blocking(() -> trust.nodeKey(new DeviceTrust.SignedRequest(
                        attested,
                        answer.elements(),
                        answer.signature(),
                        nonce,
                        device.session().attestationChallenge()))))
                .thenAccept(key -> nodeKey = key);
    }

    /** The key that the device made for our fabric. */
    P256PublicKey nodeKey() {
        return Objects.requireNonNull(nodeKey);
    }

    private CompletableFuture<byte[]> certificate(CertificateChainType type) {
        return device.invoke(new CertificateChainRequest(type)).thenApply(CertificateChainResponse::certificate);
    }

    /** Off the actor, and back to it. */
    private <T> CompletableFuture<T> blocking(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, site.executor())
                .whenCompleteAsync((done, failure) -> {}, site.actor());
    }

    private byte[] nonce() {
        byte[] nonce = new byte[NONCE];
        site.random().nextBytes(nonce);
        return nonce;
    }
}
