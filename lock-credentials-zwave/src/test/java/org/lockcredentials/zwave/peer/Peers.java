package org.lockcredentials.zwave.peer;

import java.nio.file.Path;
import org.lockcredentials.peer.Installed;

/** What this backend's peers need to be installed. */
public final class Peers {

    private Peers() {}

    /** Requires Node.js and the installed packages, and tells the folder of the scripts. */
    public static Path requireScripts() {
        return Installed.requireScripts("lock-credentials-zwave");
    }

    /** Requires socat, which makes pseudo-terminals. */
    public static void requireSocat() {
        Installed.requireProgram("socat", "install socat");
    }
}
