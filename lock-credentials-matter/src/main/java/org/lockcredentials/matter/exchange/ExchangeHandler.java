package org.lockcredentials.matter.exchange;

/** Takes the exchanges of one protocol that other nodes begin. */
public interface ExchangeHandler {

    /**
     * A node began an exchange; a task of the actor.
     *
     * @param exchange is the handler's to close
     */
    void opened(Exchange exchange, Received first);

    /** True if exchanges may begin in an unsecured session too. */
    default boolean takesUnsecured() {
        return false;
    }
}
