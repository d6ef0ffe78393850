package org.lockcredentials.zwave.node;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.NodeInformation;
import org.lockcredentials.zwave.command.Request;
import org.lockcredentials.zwave.command.activeschedule.ScheduleCapabilities;
import org.lockcredentials.zwave.command.doorlocklogging.LoggingRecordsSupported;
import org.lockcredentials.zwave.command.manufacturer.ManufacturerSpecific;
import org.lockcredentials.zwave.command.multichannel.EndPointCapability;
import org.lockcredentials.zwave.command.multichannel.EndPoints;
import org.lockcredentials.zwave.command.scheduleentry.ScheduleSlots;
import org.lockcredentials.zwave.command.security0.S0Commands;
import org.lockcredentials.zwave.command.security2.S2Commands;
import org.lockcredentials.zwave.command.usercode.UserCodeCapabilities;
import org.lockcredentials.zwave.command.usercode.UsersNumber;
import org.lockcredentials.zwave.command.usercredential.CredentialCapabilities;
import org.lockcredentials.zwave.command.usercredential.UserCapabilities;
import org.lockcredentials.zwave.command.version.CommandClassVersion;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.transport.CommandChannel;
import org.lockcredentials.zwave.transport.NodeSession;
import org.lockcredentials.zwave.transport.TransportException;
import org.lockcredentials.zwave.transport.security.NodeSecurity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets to know one node, as far as a lock needs it: its command classes, its product, and what its users and codes can be.
 *
 * <p>A node that is no lock is asked for its Node Information Frame only. What is not answered is asked once more; silence then leaves
 * its fact unknown, and is told, since an answer may have been lost. User Credential that is listed and silent (zwave-js issue 9067), or
 * has no users (CL:0083.01.21.00.4), leaves the field to User Code.
 */
public final class Interview {

    private static final Logger log = LoggerFactory.getLogger(Interview.class);

    /** Hears how far the interview is. */
    @FunctionalInterface
    public interface Progress {
        void asked(int done, int total);
    }

    /**
     * What came of it.
     *
     * @param silences the questions that the node has got and not answered; where there are none, the node is known whole
     */
    public record Result(KnownNode node, Set<Question> silences) {

        public Result {
            silences = Set.copyOf(silences);
        }
    }

    /** What an endpoint was asked. */
    public record Question(int endpoint, Command command) {}

    private static final int STEPS = 5;

    private final NodeDirectory directory;
    private final NodeSession session;
    private final int nodeId;
    private final NodeTraits traits;
    private final Progress progress;
    private final SecurityInterview securityInterview;
    private final Set<Question> silences = new HashSet<>();
    private int asked;

    /**
     * @param described told how the node is spoken to, before it is
     */
    public Interview(
            NodeDirectory directory,
            NodeSession session,
            int nodeId,
            NodeTraits traits,
            Grants grants,
            Consumer<NodeSecurity> described,
            Progress progress) {
        this.directory = directory;
        this.session = session;
        this.nodeId = nodeId;
        this.traits = traits;
        this.progress = progress;
        this.securityInterview = new SecurityInterview(session, nodeId, traits.mayBeLock(), grants, described);
    }

    /** Completes with what the node told; with a {@link TransportException} if it cannot be reached. */
    public CompletableFuture<Result> run() {
        return directory
                .information(nodeId)
                .thenCompose(securityInterview::run)
                .thenCompose(found -> informed(found.security(), found.supported()))
                .thenApply(node -> new Result(node, silences));
    }

    private CompletableFuture<KnownNode> informed(NodeSecurity security, NodeInformation information) {
        step();
        boolean hasEndpoints = information.supports(CommandClass.MULTI_CHANNEL) && traits.mayBeLock();
        return (hasEndpoints
                        ? lockEndpoints(security)
                        : CompletableFuture.completedFuture(List.<EndPointCapability.Report>of()))
                .thenCompose(endpoints -> {
                    if (endpoints.isEmpty() && !isLock(information)) {
                        return CompletableFuture.completedFuture(
                                new KnownNode(nodeId, traits.kind(), security, Optional.empty(), List.of()));
                    }
                    return product(information)
                            .thenCompose(product -> locks(information, endpoints)
                                    .thenApply(
                                            locks -> new KnownNode(nodeId, traits.kind(), security, product, locks)));
                });
    }

    /** The root device of a node with several end points mirrors the first of them, so that it is not a lock besides. */
    private CompletableFuture<List<KnownEndpoint>> locks(
            NodeInformation information, List<EndPointCapability.Report> endpoints) {
        if (endpoints.isEmpty()) {
            return endpoint(0, information.supported()).thenApply(List::of);
        }
        CompletableFuture<List<KnownEndpoint>> locks = CompletableFuture.completedFuture(List.of());
        for (EndPointCapability.Report each : endpoints) {
            locks = locks.thenCompose(
                    before -> endpoint(each.endPoint(), each.commandClasses().supported())
                            .thenApply(lock -> joined(before, lock)));
        }
        return locks;
    }

    private CompletableFuture<List<EndPointCapability.Report>> lockEndpoints(NodeSecurity security) {
        return ask(0, new EndPoints.Get()).thenCompose(report -> {
            CompletableFuture<List<EndPointCapability.Report>> locks = CompletableFuture.completedFuture(List.of());
            for (int i = 1; i <= report.map(EndPoints.Report::individual).orElse(0); i++) {
                EndPointCapability.Get question = new EndPointCapability.Get(i);
                locks = locks.thenCompose(before -> ask(0, question)
                        .thenCompose(found -> secured(found, security))
                        .thenApply(found -> found.filter(each -> isLock(each.commandClasses()))
                                .map(lock -> joined(before, lock))
                                .orElse(before)));
            }
            return locks;
        });
    }

    /** An end point supports besides what it tells securely. */
    private CompletableFuture<Optional<EndPointCapability.Report>> secured(
            Optional<EndPointCapability.Report> endpoint, NodeSecurity security) {
        if (endpoint.isEmpty() || security.highest().isEmpty()) {
            return CompletableFuture.completedFuture(endpoint);
        }
        EndPointCapability.Report told = endpoint.get();
        CommandChannel channel = session.endpoint(told.endPoint());
        SecurityClass highest = security.highest().get();
        Command question = highest.isS2() ? new S2Commands.Get() : new S0Commands.Get();
        return ask(new Question(told.endPoint(), question), () -> SecurityInterview.commandsSupported(channel, highest))
                .thenApply(secure ->
                        Optional.of(secure.map(more -> supporting(told, more)).orElse(told)));
    }

    private static EndPointCapability.Report supporting(EndPointCapability.Report told, List<Integer> more) {
        Set<Integer> all = new LinkedHashSet<>(told.commandClasses().supported());
        all.addAll(more);
        NodeInformation classes = new NodeInformation(all, told.commandClasses().controlled());
        return new EndPointCapability.Report(
                told.dynamic(), told.endPoint(), told.genericClass(), told.specificClass(), classes);
    }

    private static <T> List<T> joined(List<T> before, T next) {
        return Stream.concat(before.stream(), Stream.of(next)).toList();
    }

    private CompletableFuture<Optional<Product>> product(NodeInformation information) {
        if (!information.supports(CommandClass.MANUFACTURER_SPECIFIC)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return ask(0, new ManufacturerSpecific.Get())
                .thenApply(found -> found.map(
                        report -> new Product(report.manufacturerId(), report.productTypeId(), report.productId())));
    }

    private CompletableFuture<KnownEndpoint> endpoint(int endpoint, Set<Integer> classes) {
        List<Command> reports = new ArrayList<>();
        return userCredential(endpoint, classes, reports)
                .thenCompose(
                        known -> known ? CompletableFuture.completedFuture(null) : userCode(endpoint, classes, reports))
                .thenCompose(done -> schedulesAndLog(endpoint, classes, reports))
                .thenApply(done -> new KnownEndpoint(endpoint, classes, reports));
    }

    private CompletableFuture<Boolean> userCredential(int endpoint, Set<Integer> classes, List<Command> reports) {
        if (!classes.contains(CommandClass.USER_CREDENTIAL.id())) {
            return CompletableFuture.completedFuture(false);
        }
        return ask(endpoint, new UserCapabilities.Get()).thenCompose(users -> {
            if (users.filter(found -> found.supportedUsers() > 0).isEmpty()) {
                return CompletableFuture.completedFuture(false);
            }
            return ask(endpoint, new CredentialCapabilities.Get()).thenApply(credentials -> {
                credentials.ifPresent(found -> {
                    reports.add(users.get());
                    reports.add(found);
                });
                return credentials.isPresent();
            });
        });
    }

    private CompletableFuture<Void> userCode(int endpoint, Set<Integer> classes, List<Command> reports) {
        if (!classes.contains(CommandClass.USER_CODE.id())) {
            return CompletableFuture.completedFuture(null);
        }
        return ask(endpoint, new UsersNumber.Get())
                .thenCompose(users -> {
                    users.ifPresent(reports::add);
                    return ask(endpoint, new CommandClassVersion.Get(CommandClass.USER_CODE.id()));
                })
                .thenCompose(version -> {
                    version.ifPresent(reports::add);
                    boolean hasCapabilities =
                            version.filter(found -> found.version() >= 2).isPresent();
                    return hasCapabilities
                            ? ask(endpoint, new UserCodeCapabilities.Get())
                            : CompletableFuture.completedFuture(Optional.<UserCodeCapabilities.Report>empty());
                })
                .thenAccept(capabilities -> capabilities.ifPresent(reports::add));
    }

    /** Schedules belong to the users that were found: Active Schedule to those of User Credential, Schedule Entry Lock to those of User Code. */
    private CompletableFuture<Void> schedulesAndLog(int endpoint, Set<Integer> classes, List<Command> reports) {
        boolean userCredential = reports.stream().anyMatch(UserCapabilities.Report.class::isInstance);
        List<Request<?>> questions = new ArrayList<>();
        if (userCredential && classes.contains(CommandClass.ACTIVE_SCHEDULE.id())) {
            questions.add(new ScheduleCapabilities.Get());
        }
        if (!userCredential && classes.contains(CommandClass.SCHEDULE_ENTRY_LOCK.id())) {
            questions.add(new ScheduleSlots.Get());
            questions.add(new CommandClassVersion.Get(CommandClass.SCHEDULE_ENTRY_LOCK.id()));
        }
        if (classes.contains(CommandClass.DOOR_LOCK_LOGGING.id())) {
            questions.add(new LoggingRecordsSupported.Get());
        }
        CompletableFuture<Void> asked = CompletableFuture.completedFuture(null);
        for (Request<?> question : questions) {
            asked = asked.thenCompose(before -> ask(endpoint, question))
                    .thenAccept(answer -> answer.ifPresent(reports::add));
        }
        return asked;
    }

    private <R extends Command> CompletableFuture<Optional<R>> ask(int endpoint, Request<R> question) {
        return ask(
                new Question(endpoint, question),
                () -> session.endpoint(endpoint).get(question));
    }

    /** A node that has got the question twice and says nothing may not know the answer; one that has not got it is away. */
    private <R> CompletableFuture<Optional<R>> ask(Question question, Supplier<CompletableFuture<R>> asking) {
        return optional(asking.get())
                .thenCompose(
                        once -> once.isPresent() ? CompletableFuture.completedFuture(once) : optional(asking.get()))
                .thenApply(answer -> {
                    step();
                    if (answer.isEmpty()) {
                        silences.add(question);
                    }
                    return answer;
                });
    }

    private <R> CompletableFuture<Optional<R>> optional(CompletableFuture<R> asking) {
        return asking.handle((answer, failure) -> {
            if (failure == null) {
                return Optional.of(answer);
            }
            Throwable cause = TransportException.cause(failure);
            if (cause instanceof TransportException transport
                    && transport.kind() == TransportException.Kind.UNCERTAIN) {
                log.debug("node {}: {}", nodeId, transport.getMessage());
                return Optional.<R>empty();
            }
            throw cause instanceof RuntimeException known ? known : new CompletionException(cause);
        });
    }

    private void step() {
        asked++;
        progress.asked(Math.min(asked, STEPS), STEPS);
    }

    static boolean isLock(NodeInformation information) {
        return information.supports(CommandClass.DOOR_LOCK)
                || information.supports(CommandClass.USER_CODE)
                || information.supports(CommandClass.USER_CREDENTIAL);
    }
}
