package org.lockcredentials.matter.tlv;

/** What an element is called within its container (Matter Core Specification, A.2). */
public sealed interface Tag {

    /** An element that is known by its place alone. */
    Tag ANONYMOUS = new Anonymous();

    /** The tag of a member of a structure. */
    static Tag of(int number) {
        return new Context(number);
    }

    /** An element of an array, or the outermost one. */
    record Anonymous() implements Tag {}

    /**
     * A number whose meaning the container gives.
     *
     * @param number 0 to 255
     */
    record Context(int number) implements Tag {

        public Context {
            if (number < 0 || number > 0xFF) {
                throw new IllegalArgumentException("a context tag is 0 to 255, not " + number);
            }
        }
    }

    /**
     * A number of a profile that the protocol around implies.
     *
     * @param number 0 to 4,294,967,295
     */
    record Implicit(long number) implements Tag {

        public Implicit {
            checkNumber(number);
        }
    }

    /**
     * A number that means the same everywhere; vendor and profile 0 are those common to all.
     *
     * @param vendor 0 to 65,535
     * @param profile 0 to 65,535
     * @param number 0 to 4,294,967,295
     */
    record Profile(int vendor, int profile, long number) implements Tag {

        public Profile {
            if (vendor < 0 || vendor > 0xFFFF || profile < 0 || profile > 0xFFFF) {
                throw new IllegalArgumentException("vendor and profile are 0 to 65535");
            }
            checkNumber(number);
        }

        boolean common() {
            return vendor == 0 && profile == 0;
        }
    }

    private static void checkNumber(long number) {
        if (number < 0 || number > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("a profile's tag is 0 to 4294967295, not " + number);
        }
    }
}
