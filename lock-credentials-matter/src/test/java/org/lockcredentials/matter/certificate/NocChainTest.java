package org.lockcredentials.matter.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.certificate.CertificateExtension.AuthorityKeyIdentifier;
import org.lockcredentials.matter.certificate.CertificateExtension.BasicConstraints;
import org.lockcredentials.matter.certificate.CertificateExtension.ExtendedKeyUsage;
import org.lockcredentials.matter.certificate.CertificateExtension.FutureExtension;
import org.lockcredentials.matter.certificate.CertificateExtension.KeyUsage;
import org.lockcredentials.matter.certificate.CertificateExtension.SubjectKeyIdentifier;
import org.lockcredentials.matter.certificate.DnAttribute.Id;
import org.lockcredentials.matter.certificate.DnAttribute.Text;
import org.lockcredentials.matter.crypto.P256KeyPair;

class NocChainTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    static Stream<Arguments> published() throws DecodeException {
        return Published.chains().entrySet().stream()
                .filter(set -> !set.getKey().equals("root-icac-noc-signed-with-root"))
                .map(set -> Arguments.of(set.getKey(), set.getValue()));
    }

    @ParameterizedTest
    @MethodSource("published")
    void aPublishedChainFulfilsEveryRule(String name, NocChain chain) throws ChainException, DecodeException {
        Instant then = chain.node().begins().plusSeconds(1);
        NodeIdentity identity = chain.verify(then);
        assertEquals(chain.node().publicKey(), identity.publicKey());
    }

    /** The identifiers that connectedhomeip's CHIPCert_test_vectors.cpp prints beside Node01_01. */
    @Test
    void theIdentityIsThatOfTheNode() throws DecodeException, ChainException {
        NodeIdentity identity = Published.chains().get("chip-node01-01").verify(NOW);
        assertEquals(0xDEDEDEDE00010001L, identity.nodeId());
        assertEquals(0xFAB000000000001DL, identity.fabricId());
        assertEquals(List.of(), identity.authenticatedTags());
    }

    @Test
    void theTagsAreThoseOfTheNode() throws DecodeException, ChainException {
        assertEquals(
                List.of(0x50AD_0001L),
                Published.chains().get("ikea").verify(NOW).authenticatedTags());
    }

    @Test
    void aCertificateHoldsFromItsFirstSecondToItsLast() throws DecodeException, ChainException {
        NocChain chain = Published.chains().get("chip-node01-01");
        Instant begins = Instant.parse("2020-10-15T14:23:43Z");
        Instant ends = Instant.parse("2040-10-15T14:23:42Z");
        chain.verify(begins);
        chain.verify(ends);
        breaks(ChainRule.NOT_YET_VALID, chain, begins.minusSeconds(1));
        breaks(ChainRule.EXPIRED, chain, ends.plusSeconds(1));
    }

    @Test
    void anEndOfZeroIsNoEnd() throws DecodeException, ChainException {
        Published.chains().get("apple").verify(Instant.parse("2135-01-01T00:00:00Z"));
    }

    /** Whatever is issued here passes, straight or through an intermediate, also with tags and a fabric id in the authorities. */
    @Test
    void whatTheAuthorityIssuesFulfilsEveryRule() throws ChainException {
        Chain chain = new Chain();
        assertEquals(
                new NodeIdentity(5, 7, List.of(0x1234_0001L), chain.nodeKey.publicKey()),
                new NocChain(
                                chain.root.certificate(),
                                Optional.empty(),
                                chain.root.issueNode(chain.nodeKey.publicKey(), 5, 7, List.of(0x1234_0001L), NOW))
                        .verify(NOW));
        assertEquals(9, chain.whole().verify(NOW.plus(Duration.ofDays(36_500))).nodeId());
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                root(
                        "two root ids",
                        ChainRule.SUBJECT_KIND,
                        named(id(DnAttributeType.RCAC_ID, 1), id(DnAttributeType.RCAC_ID, 2))),
                root("no root id", ChainRule.SUBJECT_KIND, named(id(DnAttributeType.FABRIC_ID, 1))),
                root("a root that is a node", ChainRule.SUBJECT_KIND, alsoNamed(id(DnAttributeType.NODE_ID, 1))),
                root("a root with a vendor's id", ChainRule.SUBJECT_KIND, alsoNamed(id(DnAttributeType.VVS_ID, 1))),
                root("a root with tags", ChainRule.AUTHENTICATED_TAGS, alsoNamed(id(DnAttributeType.NOC_CAT, 0x10001))),
                root("a root of no fabric", ChainRule.FABRIC_ID, alsoNamed(id(DnAttributeType.FABRIC_ID, 0))),
                root(
                        "a root of two fabrics",
                        ChainRule.FABRIC_ID,
                        alsoNamed(id(DnAttributeType.FABRIC_ID, 5), id(DnAttributeType.FABRIC_ID, 5))),
                root("a root of another fabric", ChainRule.ONE_FABRIC, alsoNamed(id(DnAttributeType.FABRIC_ID, 6))),
                root(
                        "a root of six names",
                        ChainRule.NAME_SIZE,
                        alsoNamed(text(1), text(2), text(4), text(5), text(6))),
                root(
                        "a root that is no authority",
                        ChainRule.BASIC_CONSTRAINTS,
                        with(new BasicConstraints(false, Optional.empty()))),
                root("a root without constraints", ChainRule.BASIC_CONSTRAINTS, without(BasicConstraints.class)),
                root(
                        "a root above nodes alone",
                        ChainRule.PATH_LENGTH,
                        with(new BasicConstraints(true, Optional.of(0)))),
                root("a root that signs no certificates", ChainRule.KEY_USAGE, with(new KeyUsage(KeyUsage.CRL_SIGN))),
                root("a root that signs no lists", ChainRule.KEY_USAGE, with(new KeyUsage(KeyUsage.KEY_CERT_SIGN))),
                root("a root without usage", ChainRule.KEY_USAGE, without(KeyUsage.class)),
                root("a root that is a server", ChainRule.EXTENDED_KEY_USAGE, plus(new ExtendedKeyUsage(List.of(1)))),
                root("a root without its key's name", ChainRule.KEY_IDENTIFIERS, without(SubjectKeyIdentifier.class)),
                root(
                        "a root without its issuer's key's name",
                        ChainRule.KEY_IDENTIFIERS,
                        without(AuthorityKeyIdentifier.class)),
                root(
                        "a root with a long key's name",
                        ChainRule.KEY_IDENTIFIERS,
                        with(new SubjectKeyIdentifier(new byte[21]))),
                root(
                        "a root with another key's name",
                        ChainRule.ISSUER,
                        with(new AuthorityKeyIdentifier(new byte[20]))),
                root("a root that must be understood", ChainRule.EXTENSIONS, plus(future(true))),
                root("a root with an extension twice", ChainRule.EXTENSIONS, plus(new KeyUsage(0x60))),
                root("a root by another", ChainRule.ISSUER, issuedBy(9)),
                intermediate("no id", ChainRule.SUBJECT_KIND, named(text(1))),
                intermediate("an intermediate root", ChainRule.SUBJECT_KIND, alsoNamed(id(DnAttributeType.RCAC_ID, 2))),
                intermediate(
                        "an intermediate of another fabric",
                        ChainRule.ONE_FABRIC,
                        alsoNamed(id(DnAttributeType.FABRIC_ID, 6))),
                intermediate(
                        "an intermediate with tags",
                        ChainRule.AUTHENTICATED_TAGS,
                        alsoNamed(id(DnAttributeType.NOC_CAT, 0x10001))),
                intermediate(
                        "an intermediate that is no authority",
                        ChainRule.BASIC_CONSTRAINTS,
                        with(new BasicConstraints(false, Optional.empty()))),
                intermediate("an intermediate that signs messages", ChainRule.KEY_USAGE, with(new KeyUsage(1))),
                intermediate(
                        "an intermediate with a short key's name",
                        ChainRule.KEY_IDENTIFIERS,
                        with(new AuthorityKeyIdentifier(new byte[8]))),
                intermediate("an intermediate by another root", ChainRule.ISSUER, issuedBy(9)),
                intermediate(
                        "an intermediate by another key",
                        ChainRule.ISSUER,
                        with(new AuthorityKeyIdentifier(new byte[20]))),
                node("no node id", ChainRule.SUBJECT_KIND, named(id(DnAttributeType.FABRIC_ID, 5))),
                node("two node ids", ChainRule.SUBJECT_KIND, alsoNamed(id(DnAttributeType.NODE_ID, 1))),
                node("a node that is an authority", ChainRule.SUBJECT_KIND, alsoNamed(id(DnAttributeType.ICAC_ID, 1))),
                node(
                        "a node that signs firmware",
                        ChainRule.SUBJECT_KIND,
                        alsoNamed(id(DnAttributeType.FIRMWARE_SIGNING_ID, 1))),
                node(
                        "node 0",
                        ChainRule.NODE_ID,
                        named(id(DnAttributeType.NODE_ID, 0), id(DnAttributeType.FABRIC_ID, 5))),
                node(
                        "a group",
                        ChainRule.NODE_ID,
                        named(id(DnAttributeType.NODE_ID, 0xFFFF_FFF0_0000_0000L), id(DnAttributeType.FABRIC_ID, 5))),
                node("a node of no fabric", ChainRule.FABRIC_ID, named(id(DnAttributeType.NODE_ID, 9))),
                node(
                        "a node of fabric 0",
                        ChainRule.FABRIC_ID,
                        named(id(DnAttributeType.NODE_ID, 9), id(DnAttributeType.FABRIC_ID, 0))),
                node("a node of two fabrics", ChainRule.FABRIC_ID, alsoNamed(id(DnAttributeType.FABRIC_ID, 5))),
                node(
                        "a tag without version",
                        ChainRule.AUTHENTICATED_TAGS,
                        alsoNamed(id(DnAttributeType.NOC_CAT, 0x10000))),
                node(
                        "a tag in two versions",
                        ChainRule.AUTHENTICATED_TAGS,
                        alsoNamed(id(DnAttributeType.NOC_CAT, 0x10001), id(DnAttributeType.NOC_CAT, 0x10002))),
                node(
                        "four tags are too long a name",
                        ChainRule.NAME_SIZE,
                        alsoNamed(
                                id(DnAttributeType.NOC_CAT, 0x10001),
                                id(DnAttributeType.NOC_CAT, 0x20001),
                                id(DnAttributeType.NOC_CAT, 0x30001),
                                id(DnAttributeType.NOC_CAT, 0x40001))),
                node(
                        "a node with authority",
                        ChainRule.BASIC_CONSTRAINTS,
                        with(new BasicConstraints(true, Optional.empty()))),
                node("a node that signs certificates", ChainRule.KEY_USAGE, with(new KeyUsage(0x21))),
                node("a node that signs nothing", ChainRule.KEY_USAGE, without(KeyUsage.class)),
                node("a node that is no server", ChainRule.EXTENDED_KEY_USAGE, with(new ExtendedKeyUsage(List.of(2)))),
                node(
                        "a node that signs code",
                        ChainRule.EXTENDED_KEY_USAGE,
                        with(new ExtendedKeyUsage(List.of(1, 2, 3)))),
                node("a node without purpose", ChainRule.EXTENDED_KEY_USAGE, without(ExtendedKeyUsage.class)),
                node("a node without its key's name", ChainRule.KEY_IDENTIFIERS, without(SubjectKeyIdentifier.class)),
                node("a node by another authority", ChainRule.ISSUER, issuedBy(9)),
                node("a node that must be understood", ChainRule.EXTENSIONS, plus(future(true))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void aBrokenRuleIsNamed(String what, ChainRule rule, Place place, UnaryOperator<MatterCertificate> change) {
        breaks(rule, new Chain().changed(place, change), NOW);
    }

    @Test
    void anExtensionThatNeedNotBeUnderstoodIsNone() throws ChainException {
        new Chain().changed(Place.NODE, plus(future(false))).verify(NOW);
    }

    /** SmartThings' certificates in matter.js's test set have it so: a root of use 61, a node of use 5. */
    @Test
    void aKeyMayHaveOtherUsesBesides() throws ChainException {
        new Chain().changed(Place.ROOT, with(new KeyUsage(0x61))).verify(NOW);
        new Chain().changed(Place.NODE, with(new KeyUsage(0x05))).verify(NOW);
    }

    /** A set of matter.js's where the intermediate certificate is there and the root signed the node all the same. */
    @Test
    void anIntermediateThatDidNotSignTheNodeIsRefused() throws DecodeException, ChainException {
        NocChain chain = Published.chains().get("root-icac-noc-signed-with-root");
        breaks(ChainRule.ISSUER, chain, NOW);
        new NocChain(chain.root(), Optional.empty(), chain.node()).verify(NOW);
    }

    @Test
    void anotherSignatureIsNoticedAtEachPlace() {
        for (Place place : Place.values()) {
            NocChain chain = new Chain().whole();
            UnaryOperator<MatterCertificate> later =
                    certificate -> Change.serial(certificate, BigInteger.TWO.toByteArray());
            breaks(
                    ChainRule.SIGNATURE,
                    switch (place) {
                        case ROOT -> new NocChain(later.apply(chain.root()), chain.intermediate(), chain.node());
                        case INTERMEDIATE ->
                            new NocChain(chain.root(), chain.intermediate().map(later), chain.node());
                        case NODE -> new NocChain(chain.root(), chain.intermediate(), later.apply(chain.node()));
                    },
                    NOW);
        }
    }

    enum Place {
        ROOT,
        INTERMEDIATE,
        NODE
    }

    /** Keys and certificates of fabric 5, node 9, so that one certificate can be changed and signed as before. */
    private static final class Chain {

        private final CertificateAuthority root = CertificateAuthority.createRoot(1, NOW);
        private final CertificateAuthority intermediate = Intermediate.below(root, 2, NOW);
        private final P256KeyPair nodeKey = P256KeyPair.generate();

        NocChain whole() {
            return changed(Place.NODE, UnaryOperator.identity());
        }

        NocChain changed(Place place, UnaryOperator<MatterCertificate> change) {
            P256KeyPair rootKey = P256KeyPair.of(root.privateKey());
            P256KeyPair intermediateKey = P256KeyPair.of(intermediate.privateKey());
            MatterCertificate changedRoot = root.certificate();
            MatterCertificate below = intermediate.certificate();
            if (place == Place.ROOT) {
                MatterCertificate unsigned = change.apply(changedRoot);
                DistinguishedName issuer =
                        unsigned.issuer().equals(changedRoot.issuer()) ? unsigned.subject() : unsigned.issuer();
                changedRoot = MatterCertificate.signed(Change.issuer(unsigned, issuer), rootKey);
                below = MatterCertificate.signed(Change.issuer(below, unsigned.subject()), rootKey);
            } else if (place == Place.INTERMEDIATE) {
                below = MatterCertificate.signed(change.apply(below), rootKey);
            }
            MatterCertificate node = intermediate.issueNode(nodeKey.publicKey(), 5, 9, List.of(), NOW);
            node = Change.issuer(node, below.subject());
            node = MatterCertificate.signed(place == Place.NODE ? change.apply(node) : node, intermediateKey);
            return new NocChain(changedRoot, Optional.of(below), node);
        }
    }

    private static void breaks(ChainRule rule, NocChain chain, Instant now) {
        assertEquals(
                rule,
                assertThrows(ChainException.class, () -> chain.verify(now)).rule());
    }

    private static Arguments root(String what, ChainRule rule, UnaryOperator<MatterCertificate> change) {
        return Arguments.of(what, rule, Place.ROOT, change);
    }

    private static Arguments intermediate(String what, ChainRule rule, UnaryOperator<MatterCertificate> change) {
        return Arguments.of(what, rule, Place.INTERMEDIATE, change);
    }

    private static Arguments node(String what, ChainRule rule, UnaryOperator<MatterCertificate> change) {
        return Arguments.of(what, rule, Place.NODE, change);
    }

    private static DnAttribute id(DnAttributeType type, long value) {
        return new Id(type, value);
    }

    private static DnAttribute text(int tag) {
        return new Text(DnAttributeType.ofTag(tag).orElseThrow(), "x", false);
    }

    private static CertificateExtension future(boolean critical) {
        try {
            return new FutureExtension(new Extension(Extension.noRevAvail, critical, new byte[] {5, 0}).getEncoded());
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static UnaryOperator<MatterCertificate> named(DnAttribute... names) {
        return certificate -> Change.subject(certificate, List.of(names));
    }

    private static UnaryOperator<MatterCertificate> alsoNamed(DnAttribute... names) {
        return certificate -> {
            List<DnAttribute> all = new ArrayList<>(certificate.subject().attributes());
            all.addAll(List.of(names));
            return Change.subject(certificate, all);
        };
    }

    private static UnaryOperator<MatterCertificate> issuedBy(long root) {
        return certificate -> Change.issuer(certificate, DistinguishedName.of(new Id(DnAttributeType.RCAC_ID, root)));
    }

    private static UnaryOperator<MatterCertificate> without(Class<?> type) {
        return certificate -> Change.extensions(
                certificate,
                certificate.extensions().stream()
                        .filter(it -> !type.isInstance(it))
                        .toList());
    }

    private static UnaryOperator<MatterCertificate> plus(CertificateExtension extension) {
        return certificate -> {
            List<CertificateExtension> all = new ArrayList<>(certificate.extensions());
            all.add(extension);
            return Change.extensions(certificate, all);
        };
    }

    private static UnaryOperator<MatterCertificate> with(CertificateExtension extension) {
        return certificate ->
                plus(extension).apply(without(extension.getClass()).apply(certificate));
    }
}
