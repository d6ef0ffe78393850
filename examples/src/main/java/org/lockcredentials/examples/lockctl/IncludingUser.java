package org.lockcredentials.examples.lockctl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Secret;
import org.lockcredentials.zwave.inclusion.Inclusion;
import org.lockcredentials.zwave.inclusion.InclusionGuide;
import org.lockcredentials.zwave.inclusion.InclusionStep;
import org.lockcredentials.zwave.inclusion.ZWaveNode;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.SecurityClass;

/** The person at the terminal while a device is included: reads what is to be done, and types the device's five digits. */
final class IncludingUser implements InclusionGuide {

    private final Session session;
    private final boolean allowS0;
    private final CompletableFuture<String> shown = new CompletableFuture<>();
    private final CompletableFuture<Dsk> answer = new CompletableFuture<>();

    /** @param allowS0 whether a device that asks for the key of Security 0 besides others gets it */
    IncludingUser(Session session, boolean allowS0) {
        this.session = session;
        this.allowS0 = allowS0;
    }

    @Override
    public void step(InclusionStep step) {
        Output out = session.out();
        if (step instanceof InclusionStep.Waiting) {
            out.message("press the button on the device that is to join");
        } else if (step instanceof InclusionStep.Joined joined) {
            out.message("node " + joined.nodeId() + " has joined; handing over keys");
        } else if (step instanceof InclusionStep.Secured secured) {
            out.message("security: "
                    + secured.granted().stream()
                            .sorted()
                            .findFirst()
                            .map(SecurityClass::title)
                            .orElse("none"));
        } else if (step instanceof InclusionStep.GettingToKnow) {
            out.message("asking what it is");
        }
    }

    @Override
    public CompletableFuture<Set<SecurityClass>> grant(Set<SecurityClass> requested) {
        return allowS0 ? CompletableFuture.completedFuture(requested) : InclusionGuide.super.grant(requested);
    }

    /** Answered by the command's own thread, which may wait for a person. */
    @Override
    public CompletableFuture<Dsk> confirm(String open) {
        shown.complete(open);
        return answer;
    }

    /** Waits for the end, and asks the user meanwhile if that is needed. */
    ZWaveNode answerUntil(Inclusion inclusion) {
        CompletableFuture<ZWaveNode> node = inclusion.node();
        CompletableFuture.anyOf(shown, node.handle((done, failure) -> "")).join();
        if (!node.isDone()) {
            session.out()
                    .message("the device's key is *****-" + shown.join() + ": type the five digits that are missing");
            try {
                answer.complete(ZwaveCommands.parsed(line()));
            } catch (IOException | IllegalArgumentException none) {
                session.out().message("that is no key: giving up");
                inclusion.cancel();
            }
        }
        return Session.await(node);
    }

    private Secret line() throws IOException {
        if (session.out().isScript()) {
            throw new IllegalArgumentException("a script cannot answer; use --dsk-pin");
        }
        String line = new BufferedReader(new InputStreamReader(session.in(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IllegalArgumentException("nobody answers");
        }
        return Secret.of(line.strip());
    }
}
