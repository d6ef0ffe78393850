package org.lockcredentials.matter.commissioning;

/** Hears how far a commissioning is; returns at once. */
@FunctionalInterface
public interface CommissioningListener {

    /** The step begins; the one before, if any, went well. */
    void began(CommissioningStep step);
}
