package org.lockcredentials.simulation;

/** A habit in which shipped locks differ and that their capabilities do not tell. */
public enum Trait {
    /** Says who made and who last changed a user. */
    TELLS_OWNERS,
    /** Lets nobody but its owner rename a user or change its credentials; others may still disable and delete it. */
    GUARDS_OWNERS,
    /** Calls a credential that is written once more, as it is, a duplicate: of itself. */
    DUPLICATE_OF_ITSELF,
    /** Deletes a user whose last credential is deleted. */
    USER_ENDS_WITH_LAST_CREDENTIAL,
    /** Moves the bolt by radio only with a valid code. */
    REMOTE_NEEDS_CODE,
    /** Knows whether the door stands open. */
    DOOR_SENSOR
}
