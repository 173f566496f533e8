package io.webchat.domain.structure;

import static io.webchat.domain.structure.Club.CLEO;
import static io.webchat.domain.structure.Club.DAN;
import static io.webchat.domain.structure.Club.EVE;
import static io.webchat.domain.structure.Club.EVERYONE;
import static io.webchat.domain.structure.Club.GUARD;
import static io.webchat.domain.structure.Club.HELPER;
import static io.webchat.domain.structure.Club.HELPERS;
import static io.webchat.domain.structure.Samples.ADA;
import static io.webchat.domain.structure.Samples.BEN;
import static io.webchat.domain.structure.Samples.NOW;
import static io.webchat.domain.structure.Samples.SERVER;
import static io.webchat.domain.structure.Scenario.given;

import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.user.UserId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RolesTest {
    private static final RoleId NEW = new RoleId(new UUID(3, 9));

    @Test
    void aRoleIsMadeWithWhatItsMakerHas() {
        given(Club.and()).when(create(BEN, HELPERS)).then(created(BEN, HELPERS));
    }

    @Test
    void nobodyGrantsWhatTheyDoNotHave() {
        given(Club.and()).when(create(BEN, Permissions.ALL)).thenRejected(Reason.MISSING_PERMISSION);
        given(Club.and())
                .when(new RoleCommand.Edit(SERVER, HELPER, name(), null, Permissions.ALL, BEN, NOW))
                .thenRejected(Reason.MISSING_PERMISSION);
        given(Club.and(new RoleEvent.Edited(SERVER, HELPER, "Helper", null, Permissions.ALL, ADA, NOW)))
                .when(new RoleCommand.Assign(SERVER, HELPER, DAN, BEN, NOW))
                .thenRejected(Reason.MISSING_PERMISSION);
    }

    @Test
    void rolesNeedThePermission() {
        given(Club.and()).when(create(CLEO, Permissions.NONE)).thenRejected(Reason.MISSING_PERMISSION);
    }

    @Test
    void aServerHasSoManyRoles() {
        var already = given(Club.and()).state().roles().order().size();
        given(Club.and(roles(Roles.MAX - already)))
                .when(create(ADA, Permissions.NONE))
                .thenRejected(Reason.LIMIT_REACHED);
        given(Club.and(roles(Roles.MAX - already - 1)))
                .when(create(ADA, Permissions.NONE))
                .then(created(ADA, Permissions.NONE));
    }

    @Test
    void anIdIsUsedOnce() {
        given(Club.and(created(ADA, HELPERS))).when(create(ADA, HELPERS)).thenRejected(Reason.ALREADY_EXISTS);
    }

    @Test
    void aRoleBelowOnesOwnIsEdited() {
        given(Club.and())
                .when(new RoleCommand.Edit(SERVER, HELPER, name(), null, Permissions.NONE, BEN, NOW))
                .then(new RoleEvent.Edited(SERVER, HELPER, "New", null, Permissions.NONE, BEN, NOW));
    }

    @Test
    void aRoleAsHighAsOnesOwnIsNot() {
        given(Club.and())
                .when(new RoleCommand.Edit(SERVER, GUARD, name(), null, Permissions.NONE, BEN, NOW))
                .thenRejected(Reason.OUTRANKED);
        given(Club.and()).when(new RoleCommand.Delete(SERVER, GUARD, BEN, NOW)).thenRejected(Reason.OUTRANKED);
    }

    @Test
    void theRoleOfEveryoneKeepsItsNameAndCannotBeDeletedOrGiven() {
        given(Club.and())
                .when(new RoleCommand.Edit(SERVER, EVERYONE, name(), null, Permissions.NONE, BEN, NOW))
                .then(new RoleEvent.Edited(SERVER, EVERYONE, "everyone", null, Permissions.NONE, BEN, NOW));
        given(Club.and())
                .when(new RoleCommand.Delete(SERVER, EVERYONE, ADA, NOW))
                .thenRejected(Reason.UNKNOWN_ROLE);
        given(Club.and())
                .when(new RoleCommand.Assign(SERVER, EVERYONE, DAN, ADA, NOW))
                .thenRejected(Reason.UNKNOWN_ROLE);
    }

    @Test
    void anUnknownRoleIsSaidToBeUnknown() {
        given(Club.and())
                .when(new RoleCommand.Edit(SERVER, NEW, name(), null, Permissions.NONE, ADA, NOW))
                .thenRejected(Reason.UNKNOWN_ROLE);
    }

    @Test
    void theOrderIsChangedBelowOnesOwnRole() {
        given(Club.and(created(ADA, HELPERS)))
                .when(reorder(BEN, GUARD, NEW, HELPER))
                .then(new RoleEvent.Reordered(SERVER, List.of(GUARD, NEW, HELPER), BEN, NOW));
        given(Club.and()).when(reorder(BEN, HELPER, GUARD)).thenRejected(Reason.OUTRANKED);
        given(Club.and()).when(reorder(ADA, GUARD, HELPER)).thenNothing();
    }

    @Test
    void anOrderThatDoesNotNameAllRolesIsOutdated() {
        given(Club.and()).when(reorder(ADA, GUARD)).thenRejected(Reason.OUTDATED_ORDER);
        given(Club.and()).when(reorder(ADA, GUARD, GUARD)).thenRejected(Reason.OUTDATED_ORDER);
    }

    @Test
    void aRoleIsDeletedAndItsHoldersStandLower() {
        given(Club.and())
                .when(new RoleCommand.Delete(SERVER, HELPER, BEN, NOW))
                .then(new RoleEvent.Deleted(SERVER, HELPER, BEN, NOW));
        given(Club.and(new RoleEvent.Deleted(SERVER, HELPER, BEN, NOW)))
                .when(new MemberCommand.Kick(SERVER, DAN, null, CLEO, NOW))
                .thenRejected(Reason.MISSING_PERMISSION);
    }

    @Test
    void aRoleIsGivenAndTaken() {
        var assigned = new RoleEvent.Assigned(SERVER, HELPER, DAN, BEN, NOW);
        given(Club.and())
                .when(new RoleCommand.Assign(SERVER, HELPER, DAN, BEN, NOW))
                .then(assigned);
        given(Club.and(assigned))
                .when(new RoleCommand.Assign(SERVER, HELPER, DAN, BEN, NOW))
                .thenNothing();
        given(Club.and(assigned))
                .when(new RoleCommand.Withdraw(SERVER, HELPER, DAN, BEN, NOW))
                .then(new RoleEvent.Withdrawn(SERVER, HELPER, DAN, BEN, NOW));
        given(Club.and())
                .when(new RoleCommand.Withdraw(SERVER, HELPER, DAN, BEN, NOW))
                .thenNothing();
        given(Club.and())
                .when(new RoleCommand.Assign(SERVER, HELPER, EVE, BEN, NOW))
                .thenRejected(Reason.UNKNOWN_MEMBER);
    }

    @Test
    void nobodyGivesThemselvesTheirOwnHighestRoleOrAHigherOne() {
        given(Club.and())
                .when(new RoleCommand.Assign(SERVER, GUARD, DAN, BEN, NOW))
                .thenRejected(Reason.OUTRANKED);
        given(Club.and())
                .when(new RoleCommand.Withdraw(SERVER, GUARD, BEN, BEN, NOW))
                .thenRejected(Reason.OUTRANKED);
    }

    private static RoleName name() {
        return new RoleName("New");
    }

    private static RoleCommand.Create create(UserId actor, Permissions permissions) {
        return new RoleCommand.Create(SERVER, NEW, name(), null, permissions, actor, NOW);
    }

    private static StructureEvent[] roles(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new RoleEvent.Created(
                        SERVER, new RoleId(new UUID(5, number)), "Role", null, Permissions.NONE, ADA, NOW))
                .toArray(StructureEvent[]::new);
    }

    private static RoleEvent.Created created(UserId actor, Permissions permissions) {
        return new RoleEvent.Created(SERVER, NEW, "New", null, permissions, actor, NOW);
    }

    private static RoleCommand.Reorder reorder(UserId actor, RoleId... roles) {
        return new RoleCommand.Reorder(SERVER, List.of(roles), actor, NOW);
    }
}
