package org.lockcredentials.zwave.lock;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.zwave.command.usercredential.AdminPinResult;
import org.lockcredentials.zwave.command.usercredential.AssociationStatus;
import org.lockcredentials.zwave.command.usercredential.CredentialReportType;
import org.lockcredentials.zwave.command.usercredential.UserReportType;

/** What a User Credential lock's word on a change means, one row for each word (User Credential CC v1). */
final class UserVerdicts {

    private static final Map<UserReportType, Outcome> USERS_DONE = Map.of(
            UserReportType.ADDED, Outcome.CONFIRMED,
            UserReportType.MODIFIED, Outcome.CONFIRMED,
            UserReportType.DELETED, Outcome.CONFIRMED,
            UserReportType.UNCHANGED, Outcome.NO_CHANGE);

    private static final Map<UserReportType, Reason> USERS_REFUSED = Map.of(
            UserReportType.ADD_REJECTED_OCCUPIED, Reason.OCCUPIED,
            UserReportType.MODIFY_REJECTED_EMPTY, Reason.NOT_FOUND,
            UserReportType.ZERO_EXPIRING_MINUTES, Reason.REJECTED);

    private static final Map<CredentialReportType, Outcome> CREDENTIALS_DONE = Map.of(
            CredentialReportType.ADDED, Outcome.CONFIRMED,
            CredentialReportType.MODIFIED, Outcome.CONFIRMED,
            CredentialReportType.DELETED, Outcome.CONFIRMED,
            CredentialReportType.UNCHANGED, Outcome.NO_CHANGE);

    private static final Map<CredentialReportType, Reason> CREDENTIALS_REFUSED = Map.of(
            CredentialReportType.ADD_REJECTED_OCCUPIED, Reason.OCCUPIED,
            CredentialReportType.MODIFY_REJECTED_EMPTY, Reason.NOT_FOUND,
            CredentialReportType.DUPLICATE, Reason.DUPLICATE,
            CredentialReportType.DUPLICATE_ADMIN_PIN, Reason.DUPLICATE,
            CredentialReportType.MANUFACTURER_SECURITY_RULES, Reason.REJECTED);

    private static final Map<AssociationStatus, Outcome> MOVED = Map.of(AssociationStatus.SUCCESS, Outcome.CONFIRMED);

    private static final Map<AssociationStatus, Reason> NOT_MOVED = Map.of(
            AssociationStatus.SLOT_EMPTY, Reason.NOT_FOUND,
            AssociationStatus.DESTINATION_NONEXISTENT, Reason.NOT_FOUND);

    private static final Map<AdminPinResult, Outcome> ADMIN_PIN_DONE = Map.of(
            AdminPinResult.MODIFIED, Outcome.CONFIRMED,
            AdminPinResult.UNMODIFIED, Outcome.NO_CHANGE);

    private static final Map<AdminPinResult, Reason> ADMIN_PIN_REFUSED = Map.of(
            AdminPinResult.DUPLICATE, Reason.DUPLICATE,
            AdminPinResult.NOT_SUPPORTED, Reason.UNSUPPORTED,
            AdminPinResult.DEACTIVATION_NOT_SUPPORTED, Reason.UNSUPPORTED);

    private UserVerdicts() {}

    static CompletableFuture<Outcome> of(UserReportType word) {
        return judge(word, word.code(), USERS_DONE, USERS_REFUSED);
    }

    /** @param occupied whether the slot named is taken: "wrong user" then means that it is another's, else that there is no such user */
    static CompletableFuture<Outcome> of(CredentialReportType word, boolean occupied) {
        if (word.equals(CredentialReportType.WRONG_USER)) {
            return refused(occupied ? Reason.OCCUPIED : Reason.NOT_FOUND, word.code());
        }
        return judge(word, word.code(), CREDENTIALS_DONE, CREDENTIALS_REFUSED);
    }

    static CompletableFuture<Outcome> of(AssociationStatus word) {
        return judge(word, word.code(), MOVED, NOT_MOVED);
    }

    static CompletableFuture<Outcome> of(AdminPinResult word) {
        return judge(word, word.code(), ADMIN_PIN_DONE, ADMIN_PIN_REFUSED);
    }

    private static <W> CompletableFuture<Outcome> judge(
            W word, int code, Map<W, Outcome> done, Map<W, Reason> refused) {
        return Optional.ofNullable(done.get(word))
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> refused(Optional.ofNullable(refused.get(word)).orElse(Reason.REJECTED), code));
    }

    private static CompletableFuture<Outcome> refused(Reason reason, int code) {
        String message = reason == Reason.REJECTED ? "the lock refused, saying " + code : words(reason);
        return Failures.failed(reason, message, code);
    }

    static String words(Reason reason) {
        return switch (reason) {
            case OCCUPIED -> "the place is taken";
            case NOT_FOUND -> "there is no such user or credential";
            case DUPLICATE -> "the lock holds the same code already";
            case UNSUPPORTED -> "the lock does not offer this";
            default -> "the lock refused";
        };
    }
}
