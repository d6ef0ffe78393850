package org.lockcredentials.matter;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.lockcredentials.matter.node.LockNode;
import org.lockcredentials.matter.node.NodeListener;

/** Finds out which locks a node has: now, and again whenever the node is heard after a silence, until it has told. Safe for use by several threads. */
final class FirstSurvey implements NodeListener {

    private final LockNode node;
    private final Supplier<CompletableFuture<Member>> survey;
    private final Supplier<CompletableFuture<?>> meeting;
    private final AtomicBoolean begun = new AtomicBoolean();

    /**
     * @param survey asks the node, and has its locks join
     * @param meeting gets to know the locks that joined
     */
    FirstSurvey(LockNode node, Supplier<CompletableFuture<Member>> survey, Supplier<CompletableFuture<?>> meeting) {
        this.node = node;
        this.survey = survey;
        this.meeting = meeting;
    }

    /** Completes when the node has told and its locks are known; fails if it does not answer now. */
    CompletableFuture<?> begin() {
        node.listen(this);
        return ask();
    }

    @Override
    public void reachable(boolean reachable) {
        if (reachable) {
            ask();
        }
    }

    private CompletableFuture<?> ask() {
        if (!begun.compareAndSet(false, true)) {
            return CompletableFuture.completedFuture(null);
        }
        return survey.get()
                .whenComplete((member, failure) -> {
                    if (failure == null) {
                        node.unlisten(this);
                    } else {
                        begun.set(false);
                    }
                })
                .thenCompose(member -> meeting.get());
    }
}
