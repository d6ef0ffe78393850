package org.lockcredentials.matter.securechannel;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.exchange.Exchange;
import org.lockcredentials.matter.exchange.ExchangeHandler;
import org.lockcredentials.matter.exchange.ExchangeManager;
import org.lockcredentials.matter.exchange.Received;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.session.SecureSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends sessions, and hears when nodes do, section 4.11.1.4.
 *
 * <p>Used by tasks of the exchanges' actor only.
 */
public final class SecureChannel implements ExchangeHandler {

    private static final Logger log = LoggerFactory.getLogger(SecureChannel.class);

    private final ExchangeManager exchanges;

    private SecureChannel(ExchangeManager exchanges) {
        this.exchanges = exchanges;
    }

    /** Takes what nodes say of their sessions from now on. */
    public static SecureChannel over(ExchangeManager exchanges) {
        SecureChannel channel = new SecureChannel(exchanges);
        exchanges.handle(ProtocolId.SECURE_CHANNEL, channel);
        return channel;
    }

    /** Tells the node that the session is over, without waiting for it, and forgets the session. */
    public void close(SecureSession session) {
        if (session.isOpen()) {
            exchanges.say(
                    session,
                    ProtocolId.SECURE_CHANNEL,
                    Opcode.STATUS_REPORT,
                    StatusReport.of(StatusReport.SUCCESS, StatusReport.CLOSE_SESSION)
                            .encode());
            exchanges.sessions().close(session);
        }
    }

    /** {@link #close(SecureSession)} of all sessions. */
    public void closeAll() {
        exchanges.sessions().all().forEach(this::close);
    }

    @Override
    public void opened(Exchange exchange, Received first) {
        exchange.close();
        try {
            if (first.is(ProtocolId.SECURE_CHANNEL, Opcode.STATUS_REPORT)
                    && StatusReport.decode(first.payload()).isCloseSession()
                    && exchange.session() instanceof SecureSession session) {
                log.debug("the node ended {}", session);
                exchanges.sessions().close(session);
            }
        } catch (DecodeException malformed) {
            log.debug("a status report in {} is malformed: {}", exchange.session(), malformed.getMessage());
        }
    }
}
