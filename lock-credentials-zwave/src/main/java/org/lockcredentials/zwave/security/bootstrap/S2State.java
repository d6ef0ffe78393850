package org.lockcredentials.zwave.security.bootstrap;

import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.security2.Kex;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.security.s2.S2Key;

/** Where the handing over of keys by Security 2 stands, with what is known there (SDS13783 §3.6.6.4). */
sealed interface S2State {

    /** What breaks if nothing more comes. */
    BootstrapStep step();

    record Ready() implements S2State {
        @Override
        public BootstrapStep step() {
            return BootstrapStep.KEX_REPORT;
        }
    }

    record AwaitingReport() implements S2State {
        @Override
        public BootstrapStep step() {
            return BootstrapStep.KEX_REPORT;
        }
    }

    record AwaitingGrant(Kex.Report report) implements S2State {
        @Override
        public BootstrapStep step() {
            return BootstrapStep.GRANT;
        }
    }

    record AwaitingPublicKey(Terms terms) implements S2State {
        @Override
        public BootstrapStep step() {
            return BootstrapStep.PUBLIC_KEY;
        }
    }

    record AwaitingDsk(Terms terms, Octets peerPublicKey) implements S2State {
        @Override
        public BootstrapStep step() {
            return BootstrapStep.DSK;
        }
    }

    record AwaitingEcho(Terms terms, S2Key temporary) implements S2State {
        @Override
        public BootstrapStep step() {
            return BootstrapStep.KEX_ECHO;
        }
    }

    /** The temporary key is known to be shared: the echo was read. */
    sealed interface Proven extends S2State {
        Terms terms();

        S2Key temporary();
    }

    record AwaitingKeyGet(Terms terms, S2Key temporary) implements Proven {
        @Override
        public BootstrapStep step() {
            return BootstrapStep.NETWORK_KEY_GET;
        }
    }

    record AwaitingVerify(Terms terms, S2Key temporary, SecurityClass exchanged) implements Proven {
        @Override
        public BootstrapStep step() {
            return BootstrapStep.NETWORK_KEY_VERIFY;
        }
    }

    record AwaitingNext(Terms terms, S2Key temporary, SecurityClass exchanged) implements Proven {
        @Override
        public BootstrapStep step() {
            return BootstrapStep.TRANSFER_END;
        }
    }

    record Ended(BootstrapStep step) implements S2State {}

    /** What was requested and granted in the clear, and is compared once it comes encrypted. */
    record Terms(Kex.Report report, Kex.Set set) {}
}
