package io.webchat.projection.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.message.Mentions;
import io.webchat.domain.message.Message;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.projection.notification.Calling.Listener;
import io.webchat.projection.unread.Listening.Wish;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The same cases as those of the page, {@code calling.test.ts}; presence and age are looked at elsewhere. */
class CallingTest {
    private static final Wish ALL = new Wish(false, "all");
    private static final Wish MENTIONS = new Wish(false, "mentions");
    private static final Wish NOTHING = new Wish(false, "nothing");
    private static final Wish MUTED = new Wish(true, "all");

    private final UserId ada = new UserId(Ids.fresh());
    private final UserId bo = new UserId(Ids.fresh());
    private final RoleId crew = new RoleId(Ids.fresh());
    private final Mentions toAda = new Mentions(List.of(ada), List.of(), false);

    @Test
    void aMessageCallsWhoWantsToHearEverything() {
        assertThat(isCalling(bo, null, ALL, true)).isTrue();
    }

    @Test
    void itCallsWhoWantsToHearMentionsOnlyIfItIsForThemByNameRoleOrAllTogether() {
        assertThat(isCalling(bo, null, MENTIONS, true)).isFalse();
        assertThat(isCalling(bo, toAda, MENTIONS, true)).isTrue();
        assertThat(isCalling(bo, new Mentions(List.of(), List.of(crew), false), MENTIONS, true))
                .isTrue();
        assertThat(isCalling(bo, new Mentions(List.of(), List.of(), true), MENTIONS, true))
                .isTrue();
        assertThat(isCalling(bo, new Mentions(List.of(bo), List.of(new RoleId(Ids.fresh())), false), MENTIONS, true))
                .isFalse();
    }

    @Test
    void itCallsNobodyWhoHasMutedItWantsToHearNothingOrWroteIt() {
        assertThat(isCalling(bo, toAda, MUTED, true)).isFalse();
        assertThat(isCalling(bo, toAda, NOTHING, true)).isFalse();
        assertThat(isCalling(ada, toAda, ALL, true)).isFalse();
    }

    @Test
    void inAThreadItCallsWhoIsInItOrIsMentioned() {
        assertThat(isCalling(bo, null, ALL, false)).isFalse();
        assertThat(isCalling(bo, toAda, ALL, false)).isTrue();
    }

    private boolean isCalling(UserId author, @Nullable Mentions mentions, Wish wish, boolean follows) {
        var message = Message.of(new MessageEvent.Posted(
                new ServerId(Ids.fresh()),
                new ChannelId(Ids.fresh()),
                new MessageId(Ids.fresh()),
                author,
                "Hello",
                null,
                null,
                mentions,
                null,
                Instant.EPOCH));
        return Calling.isCalling(message, new Listener(ada, Set.of(crew), wish, follows));
    }
}
