package io.webchat.domain.structure;

import static io.webchat.domain.Decision.reject;

import io.webchat.domain.Decision;
import io.webchat.domain.Rejection;
import io.webchat.domain.Rejection.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The refusals that several deciders share, in the words that people read. */
final class Refusal {
    private Refusal() {}

    static Decision<StructureEvent> unknownServer() {
        return reject(Reason.UNKNOWN_SERVER, "There is no such server, or you are not a member of it.");
    }

    static Decision<StructureEvent> unknownChannel() {
        return new Decision.Rejected<>(Rejection.UNKNOWN_CHANNEL);
    }

    static Decision<StructureEvent> unknownCategory() {
        return reject(Reason.UNKNOWN_CATEGORY, "There is no such category.");
    }

    static Decision<StructureEvent> unknownRole() {
        return reject(Reason.UNKNOWN_ROLE, "There is no such role.");
    }

    static Decision<StructureEvent> unknownMember() {
        return reject(Reason.UNKNOWN_MEMBER, "This user is not a member of the server.");
    }

    static Decision<StructureEvent> lacks(Permission permission) {
        return reject(
                Reason.MISSING_PERMISSION, "This needs the permission \"" + permission.slug() + "\", which you lack.");
    }

    static Decision<StructureEvent> ofPairs() {
        return reject(
                Reason.MISSING_PERMISSION,
                "A conversation of two stays as it is: nobody leaves it, comes to it, or gives it a name.");
    }

    static Decision<StructureEvent> timedOut(@Nullable Instant until) {
        return new Decision.Rejected<>(Rejection.timedOut(until));
    }

    static Decision<StructureEvent> notOwner() {
        return reject(Reason.MISSING_PERMISSION, "Only the owner of the server can do this.");
    }

    static Decision<StructureEvent> grantsTooMuch(Permissions excess) {
        return reject(
                Reason.MISSING_PERMISSION,
                "You cannot grant \"" + excess.asList().getFirst().slug() + "\", which you lack yourself.");
    }

    static Decision<StructureEvent> outranked() {
        return reject(Reason.OUTRANKED, "You can only act on members and roles below your own highest role.");
    }

    static Decision<StructureEvent> unknownChannelBefore() {
        return reject(
                Reason.UNKNOWN_CHANNEL,
                "The channel that it is to come after does not exist in this category, or you may not see it.");
    }

    static Decision<StructureEvent> unknownCategoryBefore() {
        return reject(Reason.UNKNOWN_CATEGORY, "The category that it is to come after does not exist.");
    }

    static Decision<StructureEvent> nameTaken() {
        return reject(Reason.CHANNEL_NAME_TAKEN, "There is already one with this name.");
    }

    static Decision<StructureEvent> exists() {
        return reject(Reason.ALREADY_EXISTS, "There is already something with this id.");
    }

    static Decision<StructureEvent> limit(int max, String what) {
        return reject(Reason.LIMIT_REACHED, "There are " + max + " " + what + " already, and no more are possible.");
    }
}
