package org.lockcredentials.matter.node;

import java.net.InetSocketAddress;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.exchange.Exchange;
import org.lockcredentials.matter.exchange.ExchangeHandler;
import org.lockcredentials.matter.exchange.Received;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.securechannel.CaseResponder;

/** What may come from a lock's old address, and what it would be taken for. */
enum Answering {
    NOTHING(Kind.TIMEOUT) {
        @Override
        ExchangeHandler at(LockOnNetwork network) {
            throw new UnsupportedOperationException("nobody is there");
        }
    },
    /** A lock of somebody else. */
    NO_SHARED_ROOT(Kind.NO_SHARED_ROOT) {
        @Override
        ExchangeHandler at(LockOnNetwork network) {
            return new CaseResponder(network.stranger, network.fabric.join(0x13), LockOnNetwork.CONTROLLER);
        }
    },
    /** Somebody who has the fabric's keys and not the lock's certificate. */
    UNTRUSTED(Kind.UNTRUSTED) {
        @Override
        ExchangeHandler at(LockOnNetwork network) {
            return new CaseResponder(
                    network.stranger, network.fabric.stranger(LockOnNetwork.LOCK), LockOnNetwork.CONTROLLER);
        }
    },
    BUSY(Kind.BUSY) {
        @Override
        ExchangeHandler at(LockOnNetwork network) {
            CaseResponder busy = new CaseResponder(
                    network.stranger, network.fabric.stranger(LockOnNetwork.LOCK), LockOnNetwork.CONTROLLER);
            busy.busy(Integer.MAX_VALUE);
            return busy;
        }
    },
    /** A status report: failure, of the secure channel, "invalid parameter". */
    REFUSED(Kind.REFUSED) {
        @Override
        ExchangeHandler at(LockOnNetwork network) {
            return saying(0x40, new byte[] {1, 0, 0, 0, 0, 0, 2, 0});
        }
    },
    /** A Sigma2 that is none. */
    PROTOCOL(Kind.PROTOCOL) {
        @Override
        ExchangeHandler at(LockOnNetwork network) {
            return saying(0x31, new byte[] {0x15, 0x18, 0x18});
        }
    };

    final Kind kind;

    Answering(Kind kind) {
        this.kind = kind;
    }

    abstract ExchangeHandler at(LockOnNetwork network);

    /** The old address, from which this comes. */
    InetSocketAddress place(LockOnNetwork network) {
        if (this == NOTHING) {
            return network.nowhere(0);
        }
        network.stranger.exchanges.handle(ProtocolId.SECURE_CHANNEL, at(network));
        return network.stranger.address();
    }

    private static ExchangeHandler saying(int opcode, byte[] payload) {
        return new ExchangeHandler() {
            @Override
            public boolean takesUnsecured() {
                return true;
            }

            @Override
            public void opened(Exchange exchange, Received first) {
                exchange.send(opcode, payload.clone());
                exchange.close();
            }
        };
    }
}
