package org.lockcredentials.matter.certificate;

/** A chain of certificates that breaks a rule. */
public final class ChainException extends Exception {

    private final ChainRule rule;

    ChainException(ChainRule rule, CertificateKind kind) {
        super("the " + kind.text() + " certificate breaks the rule " + rule);
        this.rule = rule;
    }

    public ChainRule rule() {
        return rule;
    }
}
