package org.lockcredentials;

/**
 * The host's own name for a piece of access: adding it twice finds the first.
 *
 * @param owner who of the host's parts keeps it: a plug-in, a tenant; 1 to 64 characters
 * @param label what the owner calls it: a booking number, a person; 1 to 128 characters
 */
public record AccessKey(String owner, String label) implements Comparable<AccessKey> {

    /** @throws IllegalArgumentException if a part is blank or too long */
    public AccessKey {
        check("owner", owner, 64);
        check("label", label, 128);
    }

    @Override
    public int compareTo(AccessKey other) {
        int byOwner = owner.compareTo(other.owner);
        return byOwner != 0 ? byOwner : label.compareTo(other.label);
    }

    @Override
    public String toString() {
        return owner + "/" + label;
    }

    private static void check(String field, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException(field + " must have 1 to " + longest + " characters");
        }
    }
}
