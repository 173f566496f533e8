package io.webchat.domain.structure;

import static io.webchat.domain.structure.Club.DAN;
import static io.webchat.domain.structure.Club.EVE;
import static io.webchat.domain.structure.Club.GUARD;
import static io.webchat.domain.structure.Club.HELPER;
import static io.webchat.domain.structure.Samples.ADA;
import static io.webchat.domain.structure.Samples.BEN;
import static io.webchat.domain.structure.Samples.GENERAL;
import static io.webchat.domain.structure.Samples.NOW;
import static io.webchat.domain.structure.Samples.SERVER;
import static io.webchat.domain.structure.Scenario.given;

import io.webchat.domain.Rejection.Reason;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChannelsTest {
    private static final ChannelId NEW = new ChannelId(new UUID(1, 9));
    private static final CategoryId CATEGORY = new CategoryId(new UUID(4, 1));
    private static final CategoryId OTHER = new CategoryId(new UUID(4, 2));
    private static final CategoryEvent.Created CATEGORY_CREATED =
            new CategoryEvent.Created(SERVER, CATEGORY, "Engines", ADA, NOW);
    private static final ChannelEvent.Created HIDDEN =
            new ChannelEvent.Created(SERVER, NEW, "secret", ADA, NOW, null, null, true);

    @Test
    void aChannelIsMade() {
        given(Club.and(CATEGORY_CREATED))
                .when(create("launch-pad", CATEGORY, false, BEN))
                .then(new ChannelEvent.Created(SERVER, NEW, "launch-pad", BEN, NOW, null, CATEGORY, null));
    }

    @Test
    void channelsNeedThePermission() {
        given(Club.and()).when(create("a", null, false, DAN)).thenRejected(Reason.MISSING_PERMISSION);
        given(Club.and())
                .when(new ChannelCommand.Delete(SERVER, GENERAL, DAN, NOW))
                .thenRejected(Reason.MISSING_PERMISSION);
    }

    @Test
    void aNameIsTakenHoweverItIsWritten() {
        given(Club.and()).when(create("GENERAL", null, false, ADA)).thenRejected(Reason.CHANNEL_NAME_TAKEN);
        given(Club.and(new ChannelEvent.Renamed(SERVER, GENERAL, "Off topic", ADA, NOW)))
                .when(create("off_topic", null, false, ADA))
                .thenRejected(Reason.CHANNEL_NAME_TAKEN);
        given(Club.and(HIDDEN))
                .when(new ChannelCommand.Rename(SERVER, NEW, new ChannelName("General"), ADA, NOW))
                .thenRejected(Reason.CHANNEL_NAME_TAKEN);
    }

    @Test
    void aChannelIsRenamedAlsoInTheWritingOfItsOwnName() {
        given(Club.and())
                .when(new ChannelCommand.Rename(SERVER, GENERAL, new ChannelName("General"), ADA, NOW))
                .then(new ChannelEvent.Renamed(SERVER, GENERAL, "General", ADA, NOW));
        given(Club.and())
                .when(new ChannelCommand.Rename(SERVER, GENERAL, new ChannelName("general"), ADA, NOW))
                .thenNothing();
    }

    @Test
    void whatDoesNotExistIsSaidToBeUnknown() {
        given(Club.and()).when(create("a", CATEGORY, false, ADA)).thenRejected(Reason.UNKNOWN_CATEGORY);
        given(Club.and()).when(new ChannelCommand.Delete(SERVER, NEW, ADA, NOW)).thenRejected(Reason.UNKNOWN_CHANNEL);
        given(Club.and())
                .when(new ChannelCommand.Move(SERVER, GENERAL, null, NEW, ADA, NOW))
                .thenRejected(Reason.UNKNOWN_CHANNEL);
        given(Club.and())
                .when(new CategoryCommand.Delete(SERVER, CATEGORY, ADA, NOW))
                .thenRejected(Reason.UNKNOWN_CATEGORY);
    }

    @Test
    void anIdMeansOneChannelAndOneCategory() {
        given(Club.and(HIDDEN)).when(create("another", null, false, ADA)).thenRejected(Reason.ALREADY_EXISTS);
        given(Club.and(CATEGORY_CREATED))
                .when(new CategoryCommand.Create(SERVER, CATEGORY, new ChannelName("Fuel"), ADA, NOW))
                .thenRejected(Reason.ALREADY_EXISTS);
    }

    @Test
    void aPlaceIsAfterSomethingThatIsThere() {
        given(Club.and(CATEGORY_CREATED))
                .when(new CategoryCommand.Move(SERVER, CATEGORY, OTHER, ADA, NOW))
                .thenRejected(Reason.UNKNOWN_CATEGORY);
        given(Club.and())
                .when(new ChannelCommand.Move(SERVER, GENERAL, CATEGORY, null, ADA, NOW))
                .thenRejected(Reason.UNKNOWN_CATEGORY);
        given(Club.and(CATEGORY_CREATED, HIDDEN))
                .when(new ChannelCommand.Move(SERVER, GENERAL, CATEGORY, NEW, ADA, NOW))
                .thenRejected(Reason.UNKNOWN_CHANNEL);
    }

    @Test
    void aCategoryIsNotRenamedToWhatAnotherOneIsCalledNorToItsOwnName() {
        var engines = Club.and(CATEGORY_CREATED, new CategoryEvent.Created(SERVER, OTHER, "Fuel", ADA, NOW));
        given(engines)
                .when(new CategoryCommand.Rename(SERVER, CATEGORY, new ChannelName("FUEL"), ADA, NOW))
                .thenRejected(Reason.CHANNEL_NAME_TAKEN);
        given(engines)
                .when(new CategoryCommand.Rename(SERVER, CATEGORY, new ChannelName("Engines"), ADA, NOW))
                .thenNothing();
    }

    @Test
    void onlyARoleThatIsThereCanBeOverridden() {
        given(Club.and())
                .when(new ChannelCommand.OverrideRole(
                        SERVER, GENERAL, new RoleId(new UUID(3, 9)), PermissionOverride.NONE, ADA, NOW))
                .thenRejected(Reason.UNKNOWN_ROLE);
    }

    @Test
    void aPrivateChannelDoesNotExistForOthers() {
        given(Club.and(HIDDEN))
                .when(new ChannelCommand.Delete(SERVER, NEW, BEN, NOW))
                .thenRejected(Reason.UNKNOWN_CHANNEL);
        given(Club.and(HIDDEN))
                .when(new ChannelCommand.Delete(SERVER, NEW, ADA, NOW))
                .then(new ChannelEvent.Deleted(SERVER, NEW, ADA, NOW));
        given(Club.and(HIDDEN))
                .when(new ChannelCommand.Move(SERVER, GENERAL, null, NEW, BEN, NOW))
                .thenRejected(Reason.UNKNOWN_CHANNEL);
        given(Club.and(HIDDEN))
                .when(new ChannelCommand.Move(SERVER, GENERAL, null, NEW, ADA, NOW))
                .then(new ChannelEvent.Moved(SERVER, GENERAL, null, NEW, ADA, NOW));
    }

    @Test
    void slowModeTopicAndPlaceAreChanged() {
        given(Club.and())
                .when(new ChannelCommand.ChangeSlowMode(SERVER, GENERAL, 30, BEN, NOW))
                .then(new ChannelEvent.SlowModeChanged(SERVER, GENERAL, 30, BEN, NOW));
        given(Club.and())
                .when(new ChannelCommand.ChangeSlowMode(SERVER, GENERAL, 0, BEN, NOW))
                .thenNothing();
        given(Club.and())
                .when(new ChannelCommand.ChangeTopic(SERVER, GENERAL, new ChannelTopic("all"), BEN, NOW))
                .then(new ChannelEvent.TopicChanged(SERVER, GENERAL, "all", BEN, NOW));
        given(Club.and(CATEGORY_CREATED))
                .when(new ChannelCommand.Move(SERVER, GENERAL, CATEGORY, null, BEN, NOW))
                .then(new ChannelEvent.Moved(SERVER, GENERAL, CATEGORY, null, BEN, NOW));
    }

    @Test
    void overridesGiveNothingThatTheirAuthorLacks() {
        var admin = new PermissionOverride(Permissions.of(Permission.MANAGE_MESSAGES), Permissions.NONE);
        given(Club.and())
                .when(new ChannelCommand.OverrideRole(SERVER, GENERAL, HELPER, admin, BEN, NOW))
                .thenRejected(Reason.MISSING_PERMISSION);
        var mute = new PermissionOverride(Permissions.NONE, Permissions.of(Permission.SEND_MESSAGES));
        given(Club.and())
                .when(new ChannelCommand.OverrideMember(SERVER, GENERAL, DAN, mute, BEN, NOW))
                .then(new ChannelEvent.MemberOverridden(SERVER, GENERAL, DAN, Permissions.NONE, mute.deny(), BEN, NOW));
        given(Club.and())
                .when(new ChannelCommand.OverrideRole(SERVER, GENERAL, GUARD, mute, BEN, NOW))
                .thenRejected(Reason.OUTRANKED);
        given(Club.and())
                .when(new ChannelCommand.OverrideMember(SERVER, GENERAL, ADA, mute, BEN, NOW))
                .thenRejected(Reason.OUTRANKED);
        given(Club.and())
                .when(new ChannelCommand.OverrideMember(SERVER, GENERAL, EVE, mute, BEN, NOW))
                .thenRejected(Reason.UNKNOWN_MEMBER);
        given(Club.and())
                .when(new ChannelCommand.OverrideRole(SERVER, GENERAL, HELPER, PermissionOverride.NONE, BEN, NOW))
                .thenNothing();
    }

    @Test
    void categoriesAreMadeRenamedMovedAndDeleted() {
        given(Club.and())
                .when(new CategoryCommand.Create(SERVER, CATEGORY, new ChannelName("Engines"), ADA, NOW))
                .then(CATEGORY_CREATED);
        var other = OTHER;
        given(Club.and(CATEGORY_CREATED))
                .when(new CategoryCommand.Create(SERVER, other, new ChannelName("engines"), ADA, NOW))
                .thenRejected(Reason.CHANNEL_NAME_TAKEN);
        given(Club.and(CATEGORY_CREATED))
                .when(new CategoryCommand.Rename(SERVER, CATEGORY, new ChannelName("Fuel"), BEN, NOW))
                .then(new CategoryEvent.Renamed(SERVER, CATEGORY, "Fuel", BEN, NOW));
        given(Club.and(CATEGORY_CREATED))
                .when(new CategoryCommand.Move(SERVER, CATEGORY, CATEGORY, BEN, NOW))
                .thenNothing();
        given(Club.and(CATEGORY_CREATED))
                .when(new CategoryCommand.Move(SERVER, CATEGORY, null, BEN, NOW))
                .then(new CategoryEvent.Moved(SERVER, CATEGORY, null, BEN, NOW));
        given(Club.and(CATEGORY_CREATED))
                .when(new CategoryCommand.Delete(SERVER, CATEGORY, BEN, NOW))
                .then(new CategoryEvent.Deleted(SERVER, CATEGORY, BEN, NOW));
        given(Club.and())
                .when(new CategoryCommand.Delete(SERVER, CATEGORY, DAN, NOW))
                .thenRejected(Reason.MISSING_PERMISSION);
    }

    @Test
    void aServerHasSoManyChannelsAndCategoriesTogether() {
        var category = new CategoryCommand.Create(SERVER, CATEGORY, new ChannelName("Engines"), ADA, NOW);
        var already = ChannelNames.count(given(Club.and()).state());
        var full = Club.and(categories(ChannelNames.MAX - already));
        given(full).when(create("fuel", null, false, ADA)).thenRejected(Reason.LIMIT_REACHED);
        given(full).when(category).thenRejected(Reason.LIMIT_REACHED);
        given(Club.and(categories(ChannelNames.MAX - already - 1)))
                .when(category)
                .then(CATEGORY_CREATED);
    }

    private static StructureEvent[] categories(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new CategoryEvent.Created(
                        SERVER, new CategoryId(new UUID(5, number)), "category " + number, ADA, NOW))
                .toArray(StructureEvent[]::new);
    }

    private static ChannelCommand.Create create(
            String name, CategoryId category, boolean isPrivate, io.webchat.domain.user.UserId actor) {
        return new ChannelCommand.Create(
                SERVER, NEW, new ChannelName(name), new ChannelTopic(""), category, isPrivate, actor, NOW);
    }
}
